using Jpos.Api.Limits;
using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.Controllers;
using Scalar.AspNetCore;

namespace Jpos.Api.Docs;

/// <summary>Serves the documentation of the API: <c>/openapi/v1.json</c>, <c>/docs</c>, <c>/docs/errors</c> and <c>/docs/protocol</c>. The setting <c>Jpos:Docs</c> turns it on; without it, the documentation is served in Development only.</summary>
internal static class DocsRegistration
{
    public static void AddDocs(this IServiceCollection services)
    {
        services.AddSingleton<XmlTexts>();
        services.AddSingleton<Examples>();
        services.AddSingleton<ComponentSchemas>();
        services.AddOpenApi("v1");
        services.AddOptions<Microsoft.AspNetCore.OpenApi.OpenApiOptions>("v1").Configure<IServiceProvider>((options, provider) =>
        {
            var schemas = provider.GetRequiredService<ComponentSchemas>();
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.GroupName == "v1" && described.ActionDescriptor is ControllerActionDescriptor action && TerminalOperations.IsListed(action);
            options.CreateSchemaReferenceId = schemas.NameOf;
            options.AddSchemaTransformer(schemas);
            options.AddOperationTransformer(ActivatorUtilities.CreateInstance<OperationTexts>(provider));
            options.AddOperationTransformer(ActivatorUtilities.CreateInstance<BackOfficeOperations>(provider));
            options.AddOperationTransformer(new OtherAnswers());
            options.AddOperationTransformer(ActivatorUtilities.CreateInstance<TerminalOperations>(provider));
            options.AddDocumentTransformer(ActivatorUtilities.CreateInstance<DocumentFrame>(provider));
        });
    }

    public static void MapDocs(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Jpos:Docs", app.Environment.IsDevelopment()))
        {
            return;
        }

        var docs = app.MapGroup("").RequireRateLimiting(RateLimitPolicies.PerAddress).ExcludeFromDescription();
        docs.MapOpenApi();
        docs.MapGet(ProblemTypes.Page, ErrorsPage.Write);
        docs.MapGet(ProtocolPage.Path, ProtocolPage.Write);
        docs.MapScalarApiReference("/docs", (options, http) =>
        {
            options.Title = "Jpos";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.HideClientButton = true;
            options.PersistentAuthentication = false;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.Agent = new ScalarAgentOptions { Disabled = true };
            options.Mcp = new ScalarMcpOptions { Disabled = true };
            options.DynamicBaseServerUrl = true;
            options.WithNonce();
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.ContentSecurityPolicy = OwnOnly(http.Items[ScalarOptions.NonceHttpContextItemKey] as string);
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Restricts the page to content of this host.</summary>
    private static string OwnOnly(string? nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
