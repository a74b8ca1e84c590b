using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Architecture.Tests;

/// <summary>Who may open what, and how pages take input. The reviewed table is pages.tsv beside this file.</summary>
public sealed class PageTests
{
    private const string Reviewed = "tests/Architecture.Tests/pages.tsv";
    private const string Personal = "tests/Architecture.Tests/personal.tsv";

    private static string[] Signed => ["anyone", "signed-in", "staff", "resident"];

    [Fact]
    public async Task Every_address_is_in_the_reviewed_table()
    {
        var rows = Rule.Lines(Reviewed).Skip(1).ToHashSet();
        Rule.Holds($"Somebody must have looked at who may open a page. Add to {Reviewed} (and remove the old line of a page that changed):",
            (await Address.AllAsync(await Program.AppAsync())).Select(a => a.Row).Where(r => !rows.Contains(r)));
    }

    [Fact]
    public async Task The_reviewed_table_names_no_address_that_is_gone()
    {
        var rows = (await Address.AllAsync(await Program.AppAsync())).Select(a => a.Row).ToHashSet();
        Rule.Holds($"Remove from {Reviewed}:", Rule.Lines(Reviewed).Skip(1).Where(r => r.Length > 0 && !rows.Contains(r)));
    }

    [Fact]
    public async Task Whether_an_address_shows_people_has_been_looked_at()
    {
        var reviewed = Rule.Table(Personal).ToDictionary(r => r[0], r => r.ElementAtOrDefault(1));
        var routes = (await Address.AllAsync(await Program.AppAsync())).Select(a => a.Route).Distinct().ToHashSet();
        Rule.Holds($"""
            Somebody must have looked at whether a page shows people. Add to (or remove from) {Personal} with none; list or one if
            staff see people there (then the page calls IAudit.SawAsync once while it loads); own if visitors see only themselves;
            sometimes if people stand only in the answer to something:
            """,
            routes.Where(r => reviewed.GetValueOrDefault(r) is not ("none" or "list" or "one" or "own" or "sometimes")).Concat(reviewed.Keys.Where(r => !routes.Contains(r)).Select(r => r + " is gone")));
    }

    [Fact]
    public async Task Every_address_demands_a_known_permission_or_says_that_it_is_for_anyone()
    {
        var permissions = (await Program.ModulesAsync()).Permissions.Select(p => p.Key).ToHashSet();
        Rule.Holds("Give the page [Authorize(\"permission.key\")] with a permission of its module's Permissions, or [AllowAnonymous]:",
            from address in await Address.AllAsync(await Program.AppAsync())
            where !Signed.Contains(address.Who) && !address.Who.Split('+').All(permissions.Contains)
            select address.Row);
    }

    [Fact]
    public async Task Staff_pages_are_for_staff() =>
        Rule.Holds("An address under /staff demands a permission (signing in and out, and the very first account excepted):",
            from address in await Address.AllAsync(await Program.AppAsync())
            where address.Route.StartsWith("/staff", StringComparison.Ordinal) && address.Who == "anyone" && !address.Route.StartsWith("/staff/sign-", StringComparison.Ordinal) && address.Route != "/staff/first-account"
            select address.Row);

    [Fact]
    public async Task Every_address_is_unique() =>
        Rule.Holds("Two pages answer at one address:",
            from address in await Address.AllAsync(await Program.AppAsync())
            from method in address.Methods.Split(' ')
            group address by (address.Shape, method) into same
            where same.Count() > 1
            select string.Join(" and ", same.Select(a => $"{a.Route} ({a.Model})")));

    [Fact]
    public async Task Pages_say_their_whole_address() =>
        Rule.Holds("Write the address as @page \"/…\", in lowercase and with hyphens:",
            from address in await Address.AllAsync(await Program.AppAsync())
            where address.Model is not null && address.Shape != System.Text.RegularExpressions.Regex.Replace(address.Route, @"\{[^}]*\}", "{}")
            select address.Route);

    [Fact]
    public async Task Every_line_of_the_menu_leads_somewhere_with_the_permission_it_names()
    {
        var addresses = await Address.AllAsync(await Program.AppAsync());
        Rule.Holds("A MenuItem's Url is a page, and its Permission the page's:",
            from item in (await Program.ModulesAsync()).Menu
            let page = addresses.FirstOrDefault(a => a.Route == item.Url.Split('?')[0])
            where page is null || page.Who != (item.Permission ?? "anyone")
            select $"{item.Label} {item.Url} {item.Permission}: {page?.Row ?? "no such page"}");
    }

    [Fact]
    public async Task Every_page_that_takes_a_form_can_show_it_again() =>
        Rule.Holds("A page with OnPost… implements IFormPage:",
            from model in await ModelsAsync("POST")
            where model.Name is not ("SignOutModel" or "ErrorModel") // nothing in them can be refused
                && !typeof(IFormPage).IsAssignableFrom(model)
            select model.FullName);

    [Fact]
    public async Task Only_inputs_are_bound_and_never_rows_of_the_database()
    {
        var entities = await EntitiesAsync();
        Rule.Holds("Bind a nested Input class ([BindProperty] public InputModel Input) or a simple value, never an entity:",
            from model in await ModelsAsync()
            from property in model.GetProperties()
            let bind = property.GetCustomAttribute<BindPropertyAttribute>()
            where bind is not null && (bind.SupportsGet ? !IsSimple(property.PropertyType) : !IsSimple(property.PropertyType) && !IsInput(property.PropertyType, entities))
            select $"{model.FullName}.{property.Name}");
    }

    [Fact]
    public async Task Handlers_take_simple_values_only() =>
        Rule.Holds("A handler's parameters are simple values, services or files; what a form holds is bound as Input:",
            from model in await ModelsAsync()
            from method in model.GetMethods()
            where method.DeclaringType == model && (method.Name.StartsWith("OnGet", StringComparison.Ordinal) || method.Name.StartsWith("OnPost", StringComparison.Ordinal))
            from parameter in method.GetParameters()
            where !IsSimple(parameter.ParameterType) && parameter.ParameterType != typeof(CancellationToken) && parameter.GetCustomAttribute<FromServicesAttribute>() is null
            select $"{model.FullName}.{method.Name}({parameter.Name})");

    private static async Task<IEnumerable<Type>> ModelsAsync(string method = "GET") =>
        (await Address.AllAsync(await Program.AppAsync())).Where(a => a.Methods.Contains(method, StringComparison.Ordinal)).Select(a => a.Model).OfType<Type>().Distinct();

    private static async Task<HashSet<Type>> EntitiesAsync()
    {
        var services = (await Program.AppAsync()).Services;
        return services.GetServices<ModuleDatabase>().SelectMany(m =>
        {
            using var context = (DbContext)Activator.CreateInstance(m.Context, ModuleDatabaseExtensions.Options(m.Context, m.Name, Provider.Sqlite))!;
            return context.Model.GetEntityTypes().Select(e => e.ClrType).ToList();
        }).ToHashSet();
    }

    private static bool IsInput(Type type, HashSet<Type> entities)
    {
        var one = Item(type);
        return !entities.Contains(one) && (one.Name.EndsWith("Input", StringComparison.Ordinal) || one.Name.EndsWith("InputModel", StringComparison.Ordinal))
            && one.GetProperties().All(p => !entities.Contains(Item(p.PropertyType)));
    }

    private static bool IsSimple(Type type)
    {
        var one = Item(type);
        return one.IsPrimitive || one.IsEnum || one == typeof(string) || one == typeof(Guid) || one == typeof(DateOnly) || one == typeof(TimeOnly) || one == typeof(DateTime) || one == typeof(decimal)
            || typeof(Microsoft.AspNetCore.Http.IFormFile).IsAssignableFrom(one);
    }

    private static Type Item(Type type) =>
        Nullable.GetUnderlyingType(type)
        ?? (type.IsArray ? type.GetElementType()!
            : type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[^1] : type);
}
