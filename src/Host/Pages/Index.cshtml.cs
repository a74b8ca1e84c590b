using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages;

[AllowAnonymous]
internal sealed class IndexModel : PageModel;
