// The denominator of the speed goals: what the bare framework does for the same rows of the same database. One Razor page
// with one EF query, a room's week with three, both behind output caching too, forms that store one row, and the five requests
// and two rows of an application. Nothing of a product is in it. `fill` puts five years of hires into the rooms first.
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
    var (id, text, day, time) = postgres ? ("uuid", "text", "date", "time") : ("TEXT", "TEXT", "TEXT", "TEXT");
    foreach (var table in new[] { $"bare_bookings (\"Id\" {id} PRIMARY KEY, \"CourseId\" {id} NOT NULL, \"Name\" {text} NOT NULL, \"Phone\" {text} NOT NULL)", $"bare_typed (\"Id\" {id} PRIMARY KEY, \"CourseId\" {id} NOT NULL, \"Json\" {text} NOT NULL)", $"bare_room_bookings (\"RoomId\" {id} NOT NULL, \"Date\" {day} NOT NULL, \"From\" {time} NOT NULL, \"Title\" {text} NOT NULL, PRIMARY KEY (\"RoomId\", \"Date\", \"From\"))" })
    {
        var create = "CREATE TABLE IF NOT EXISTS " + table;
        await db.Database.ExecuteSqlRawAsync(create);
    }

    if (args is ["fill"])
    {
        await Years.FillAsync(db);
        return;
    }
}

app.UseRouting();
app.UseOutputCache();
app.MapRazorPages();
app.Run();
