using System.Text.Json;
using Jpos.Api.Limits;
using Jpos.Api.Logging;
using Jpos.Api.Problems;
using Jpos.Application.TerminalProtocol.Messages;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Jpos.Api;

/// <summary>Registers the terminal protocol over HTTP (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
internal static class ProtocolRegistration
{
    /// <summary>The shutdown timeout. It is longer than a message may take, so that messages in flight are answered before the host stops.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(60);

    public static void AddTerminalProtocol(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        var options = ProtocolSettings.Read(configuration.GetSection("Jpos:Protocol"));
        services.AddSingleton(options);
        services.AddSingleton(WireMapping.Mapper(options));
        services.AddSingleton<AnswerWriter>();
        services.AddSingleton<IAnswerWriter>(provider => provider.GetRequiredService<AnswerWriter>());
        services.AddSingleton<FormFilter>();
        services.AddExceptionHandler<ExceptionAnswers>();

        services.AddApiVersioning(versioning =>
        {
            versioning.ApiVersionReader = new UrlSegmentApiVersionReader();
            versioning.ReportApiVersions = true;
        }).AddMvc().AddApiExplorer(explorer =>
        {
            explorer.GroupNameFormat = "'v'V";
            explorer.SubstituteApiVersionInUrl = true;
        });
        services
            .AddControllers(mvc =>
            {
                // The binder's bracket notation would give a field more than one name.
                mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;

                // MVC's own texts would repeat the values that were sent, such as a card number.
                mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => $"must be {FieldErrorText.DocumentedForm}");
                mvc.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => $"must be {FieldErrorText.DocumentedForm}");
                mvc.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => $"must be {FieldErrorText.DocumentedForm}");
            })
            .ConfigureApiBehaviorOptions(api =>
            {
                api.InvalidModelStateResponseFactory = context => ProblemResults.IsBackOffice(context.HttpContext) ? ProblemResults.Malformed(context) : Malformed(context);

                // Empty answers get their bodies where those of routing do.
                api.SuppressMapClientErrors = true;
            });
    }

    public static void UseTerminalProtocol(this WebApplication app)
    {
        app.UseAnswerHeaders();
        app.UseWhen(ProblemResults.IsBackOffice, backOffice => backOffice.UseMiddleware<BackOfficeLog>());
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(ProtocolErrors.WriteStatus);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthAnswer.Write }).RequireRateLimiting(RateLimitPolicies.PerAddressOfHealth);
        app.MapHealthChecks("/health/ready").RequireRateLimiting(RateLimitPolicies.PerAddressOfHealth);
    }

    /// <summary>Handles row 1 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>: reports the first missing or malformed field, in the order of the form.</summary>
    private static TerminalDeclineResult Malformed(ActionContext context)
    {
        var (name, entry) = context.ModelState.First(field => field.Value?.ValidationState is ModelValidationState.Invalid);
        var field = JsonNamingPolicy.CamelCase.ConvertName(name);
        return new TerminalDeclineResult(ResponseCode.Malformed, field.Length == 0 ? entry!.Errors[0].ErrorMessage
            : string.IsNullOrEmpty(entry!.AttemptedValue) ? FieldErrorText.Missing(field)
            : FieldErrorText.MustBe(field, TypeOf(context, name)));
    }

    /// <summary>Returns the domain type of a field of the action's form.</summary>
    private static Type TypeOf(ActionContext context, string field) =>
        context.ActionDescriptor.Parameters.Select(form => form.ParameterType.GetProperty(field)?.PropertyType).First(type => type is not null)!;
}
