using Microsoft.AspNetCore.Routing;

namespace Kominkan.SharedKernel;

/// <summary>A module that serves more than pages: feeds, open data, files. Anonymous addresses say so with <c>AllowAnonymous</c>.</summary>
public interface IEndpoints
{
    void MapEndpoints(IEndpointRouteBuilder app);
}
