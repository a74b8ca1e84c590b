// The denominator of the speed goals: what the bare framework does for the same rows of the same database. One Razor page
// with one EF query, the same behind output caching, and a form that stores one row. Nothing of a product is in it.
using Kominkan.Bare;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders();
var postgres = builder.Configuration["Database:Provider"] == "Postgres";
var connection = builder.Configuration.GetConnectionString("Kominkan")!;
builder.Services.AddDbContextPool<BareDb>(o => _ = postgres ? o.UseNpgsql(connection) : o.UseSqlite(connection));
builder.Services.AddRazorPages();
builder.Services.AddOutputCache();
var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    var db = scope.ServiceProvider.GetRequiredService<BareDb>();
    await db.Database.ExecuteSqlRawAsync(postgres
        ? "CREATE TABLE IF NOT EXISTS bare_bookings (\"Id\" uuid PRIMARY KEY, \"CourseId\" uuid NOT NULL, \"Name\" text NOT NULL, \"Phone\" text NOT NULL)"
        : "CREATE TABLE IF NOT EXISTS bare_bookings (Id TEXT PRIMARY KEY, CourseId TEXT NOT NULL, Name TEXT NOT NULL, Phone TEXT NOT NULL)");
}

app.UseRouting();
app.UseOutputCache();
app.MapRazorPages();
app.Run();
