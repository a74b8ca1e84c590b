// The denominator of the speed goals: what the bare framework does for the same rows of the same database. One Razor page
// with one EF query, the same behind output caching, a form that stores one row, and the five requests and two rows of an application. Nothing of a product is in it.
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
    var (id, text) = postgres ? ("uuid", "text") : ("TEXT", "TEXT");
    foreach (var table in new[] { $"bare_bookings (\"Id\" {id} PRIMARY KEY, \"CourseId\" {id} NOT NULL, \"Name\" {text} NOT NULL, \"Phone\" {text} NOT NULL)", $"bare_typed (\"Id\" {id} PRIMARY KEY, \"CourseId\" {id} NOT NULL, \"Json\" {text} NOT NULL)" })
    {
        var create = "CREATE TABLE IF NOT EXISTS " + table;
        await db.Database.ExecuteSqlRawAsync(create);
    }
}

app.UseRouting();
app.UseOutputCache();
app.MapRazorPages();
app.Run();
