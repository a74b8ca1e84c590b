using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kominkan.SharedKernel.Tables;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Kominkan.Host;

/// <summary>The web application, put together from the modules.</summary>
internal static class Web
{
    /// <summary>Who may look at jobs; the module that keeps their book brings it.</summary>
    private const string JobsPermission = "notifications.jobs";

    /// <param name="configure">Settings, and services that come before the program's own; tests put their clock here.</param>
    /// <param name="replace">Last word on services; tests switch off a guard here.</param>
    /// <exception cref="WrongConfiguration">A setting is missing or wrong; the message is one line that names it.</exception>
    public static WebApplication Build(Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null)
    {
        var builder = Settings.Read(() => WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Kominkan",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        }));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, 10 << 20));
        configure?.Invoke(builder);
        Settings.Check(builder.Configuration, builder.Environment);
        builder.AddEdge();
        AddServices(builder);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        _ = app.Services.GetServices<ISettings>().ToList();
        Use(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var mvc = services.AddRazorPages(o =>
            {
                o.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(PostFilter)));
                // PostFilter asks for the token itself, to answer with the form as it was filled in.
                o.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute());
                o.Conventions.ConfigureFilter(new FormsWithoutNul());
            })
            .AddMvcOptions(Wording.Use).AddMvcOptions(CharactersOnly.Use).AddMvcOptions(TypedInputs.Use);
        var modules = Modules.Find(mvc.PartManager, builder.Configuration);
        // A query that cannot be read is the client's mistake, in development too.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddSingleton(modules);
        services.AddSingleton<IPermissions>(modules);
        var database = DatabaseSettings.From(builder.Configuration);
        services.AddSingleton(database);
        if (database.Provider == Provider.Sqlite)
        {
            services.AddScoped<IRetention, OldCopies>();
        }

        services.AddSingleton<WriteGate>();
        services.AddScoped<AppDatabase>();
        SharedKernelDb.AddTo(services);
        services.AddScoped<HallScope>();
        services.AddScoped<PostFilter>();
        services.AddScoped<Migrator>();
        services.AddSingleton(TableLimits.From(builder.Configuration));
        services.AddScoped<Importer>();
        services.AddScoped<Uploads>();
        services.AddScoped<Menu>();
        services.AddScoped<SearchBox>();
        services.AddScoped<ReceiptPass>();
        services.AddScoped<IInvariants, SoundDatabase>();
        if (services.All(s => s.ServiceType != typeof(TimeProvider)))
        {
            services.AddSingleton(TimeProvider.System);
        }

        services.AddSingleton(Settings.Site(builder.Configuration));
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Doors.Staff, p => p.RequireClaim(Doors.Claim, Doors.Staff)).AddPolicy(Doors.Resident, p => p.RequireClaim(Doors.Claim, Doors.Resident));
        services.AddAuthentication();
        services.AddDataProtection().SetApplicationName("Kominkan").PersistKeysToFileSystem(new DirectoryInfo(Settings.KeysPath(builder.Configuration)));
        services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite, o.FormFieldName) = ("kominkan-form", SameSiteMode.Lax, OnceFormTagHelper.Antiforgery));
        services.Configure<RouteOptions>(o => (o.LowercaseUrls, o.LowercaseQueryStrings) = (true, false));
        // Kanji as themselves: entities would more than double every page.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddPublicCache(builder.Configuration);
        services.AddSingleton<Limits>();
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddJobs(builder.Configuration);
        foreach (var module in modules.Enabled)
        {
            module.AddServices(services);
        }

        services.TryAddSingleton<IGrants, NobodySignsIn>();
        services.TryAddSingleton<IHallDirectory, NoHalls>();
        services.TryAddSingleton<IAudit, AuditInTheLog>();
        services.TryAddSingleton<IClosedPeriods, NothingIsClosed>();
        services.TryAddSingleton<ICityRules, RulesAsTheyBegan>();
        services.TryAddSingleton<IJobRuns, JobsWithoutBook>();
    }

    private static void Use(WebApplication app)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        app.UseForwardedHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            // An address that cannot be read is the client's mistake.
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        // After the two above: they clear what a failed answer had set, and then run what follows again.
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseMiddleware<ScopeOfPublicPages>();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        Health.Map(app);
        if (app.Services.GetRequiredService<Modules>().Permissions.Any(p => p.Key == JobsPermission))
        {
            app.MapJobsDashboard(JobsPermission);
        }

        foreach (var module in app.Services.GetRequiredService<Modules>().Enabled.OfType<IEndpoints>())
        {
            module.MapEndpoints(app);
        }

        // Without an endpoint the fallback policy would ask whoever mistypes an address to sign in.
        app.MapFallback("{**path}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).WithOrder(int.MaxValue - 1).AllowAnonymous();
    }

    /// <summary>Anonymous pages show what is published of every hall; staff pages open the scope by their permission.</summary>
    private sealed class ScopeOfPublicPages(RequestDelegate next)
    {
        public Task InvokeAsync(HttpContext context, HallScope scope)
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                scope.OpenEverywhere();
            }

            return next(context);
        }
    }
}
