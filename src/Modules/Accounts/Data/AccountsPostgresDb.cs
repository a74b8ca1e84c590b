using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Data;

internal sealed class AccountsPostgresDb(DbContextOptions<AccountsPostgresDb> options) : AccountsDb(options);
