using System.Reflection;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kominkan.Architecture.Tests;

public sealed class SurfaceTests
{
    private static readonly string[] Vague = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Repository"];

    [Fact]
    public void A_module_shows_only_its_contracts() =>
        Rule.Holds("Make these internal, or move what other modules need to Contracts/:",
            from assembly in Program.Assemblies
            where assembly != typeof(IModule).Assembly
            let name = assembly.GetName().Name!
            from type in assembly.GetExportedTypes()
            where type.FullName != $"{name}.{name.Split('.')[^1]}Module"
                && type.Namespace?.StartsWith(name + ".Contracts", StringComparison.Ordinal) != true
                && !typeof(Migration).IsAssignableFrom(type) && !typeof(ModelSnapshot).IsAssignableFrom(type)
            select type.FullName);

    [Fact]
    public void Classes_inside_a_module_are_sealed_unless_somebody_inherits() =>
        Rule.Holds("Seal these classes:",
            from assembly in Program.Assemblies
            where assembly != typeof(IModule).Assembly
            let types = assembly.GetTypes()
            let bases = types.Select(t => t.BaseType).OfType<Type>().Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet()
            from type in types
            where type is { IsClass: true, IsAbstract: false, IsSealed: false } && !bases.Contains(type) && !IsMadeToBeReplaced(type)
                && type.Namespace?.StartsWith("Kominkan.", StringComparison.Ordinal) == true
                && type.GetCustomAttributes(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false).Length == 0
                && !type.FullName!.Contains('<', StringComparison.Ordinal)
                && !typeof(Migration).IsAssignableFrom(type) && !typeof(ModelSnapshot).IsAssignableFrom(type)
            select type.FullName);

    [Fact]
    public void Nothing_is_called_by_what_it_is_instead_of_what_it_does() =>
        Rule.Holds("Name the class for its act or its thing, not …Service, …Manager, …Helper, …Util or …Repository:",
            from assembly in Program.Assemblies
            from type in assembly.GetTypes()
            where Vague.Any(s => type.Name.EndsWith(s, StringComparison.Ordinal))
                && type.Namespace?.StartsWith("Kominkan.", StringComparison.Ordinal) == true
                && !typeof(ITagHelper).IsAssignableFrom(type)
            select type.FullName);

    /// <summary>A guard that a test switches off by inheriting from it.</summary>
    private static bool IsMadeToBeReplaced(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Any(m => m is { IsVirtual: true, IsFinal: false } && m.GetBaseDefinition() == m);
}
