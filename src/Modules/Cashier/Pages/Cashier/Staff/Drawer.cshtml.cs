using Kominkan.Cashier.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>One drawer from its float to what was counted, line by line.</summary>
[Authorize(CashierModule.Take)]
internal sealed class DrawerModel(CashierDb db, IHallDirectory directory) : DrawerPage(db, directory);
