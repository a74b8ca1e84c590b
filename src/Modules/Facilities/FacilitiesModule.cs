using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities;

/// <summary>Halls, branches, wards and rooms; when they are open and why they are closed.</summary>
public sealed class FacilitiesModule : IModule
{
    public string Name => "Facilities";

    public void AddServices(IServiceCollection services)
    {
    }
}
