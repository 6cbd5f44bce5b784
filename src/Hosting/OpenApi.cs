using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace OmnipotentFutures.Hosting;

/// <summary>The OpenAPI document at <c>/swagger/v1/swagger.json</c> and Swagger UI at <c>/swagger</c>.</summary>
internal static class OpenApi
{
    /// <summary>Where Swagger UI and the document are.</summary>
    public const string Path = "/swagger";

    public static void AddServiceOpenApi(this IServiceCollection services, ServiceIdentity identity)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo { Title = identity.Title, Description = identity.Description, Version = "v1" });
            foreach (var documentation in Directory.EnumerateFiles(AppContext.BaseDirectory, "OmnipotentFutures.*.xml"))
            {
                swagger.IncludeXmlComments(documentation);
            }
        });
    }

    public static void UseServiceOpenApi(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI(ui => ui.DocumentTitle = app.Services.GetRequiredService<ServiceIdentity>().Title);
    }
}
