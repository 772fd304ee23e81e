using System.Text.Json;
using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>
/// Accepts only the query parameters that the OpenAPI document lists for the operation, each once and not empty. Anything else is refused before any work, because a misspelt filter would return or change more than intended.
/// </summary>
internal sealed class QueryStringFilter(IApiDescriptionGroupCollectionProvider descriptions) : IResourceFilter
{
    private const int LongestName = 64;
    private const string Unnamed = "query";

    private readonly Lazy<Dictionary<string, HashSet<string>>> known = new(() => descriptions.ApiDescriptionGroups.Items
        .SelectMany(group => group.Items)
        .GroupBy(described => described.ActionDescriptor.Id)
        .ToDictionary(action => action.Key, action => action.SelectMany(Names).ToHashSet(StringComparer.Ordinal)));

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var names = known.Value[context.ActionDescriptor.Id];
        var errors = new Dictionary<string, string[]>();
        foreach (var (name, values) in context.HttpContext.Request.Query)
        {
            if (Fault(name, values.Count, values.ToString(), names) is { } fault)
            {
                errors[FieldRules.IsText(name, LongestName) ? name : Unnamed] = [fault];
            }
        }

        if (errors.Count > 0)
        {
            context.Result = ProblemResults.Result(context.HttpContext, ProblemTypes.InvalidFields, "One or more query parameters are invalid; see `errors`.", errors);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // Required by the interface; there is nothing to do afterwards.
    }

    private static string? Fault(string name, int count, string value, HashSet<string> names) =>
        !names.Contains(name) ? $"This path has no such query parameter. {Hint(name, names)}"
        : count > 1 ? "The parameter must be sent once."
        : string.IsNullOrWhiteSpace(value) ? "The parameter is empty. Send a value or leave it out."
        : null;

    private static string Hint(string name, HashSet<string> names) =>
        names.Count == 0 ? "It accepts none."
        : $"{(NearestName.Of(name, names) is { } meant ? $"Did you mean {meant}? " : "")}It accepts: {string.Join(", ", names.Order(StringComparer.Ordinal))}.";

    private static IEnumerable<string> Names(ApiDescription described) =>
        described.ParameterDescriptions.Where(parameter => parameter.Source == BindingSource.Query).Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name));
}
