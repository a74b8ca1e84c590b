using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Courses;

/// <summary>Courses.</summary>
public sealed class CoursesModule : IModule
{
    public string Name => "Courses";

    public void AddServices(IServiceCollection services)
    {
    }
}
