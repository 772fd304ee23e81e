using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Jpos.Api.Problems;
using Jpos.Infrastructure.Settings;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Adds the parts of the document that all operations share: the introduction, tags, headers, problems and authentication. The order is fixed, so that documents can be compared.</summary>
internal sealed partial class DocumentFrame(XmlTexts texts, ComponentSchemas schemas) : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";
    public const string IdempotencyKey = "IdempotencyKey";
    public const string IfMatch = "IfMatch";
    public const string MessageMac = "MessageMac";
    public const string MessageTime = "MessageTime";
    public const string EntityTag = "ETag";
    public const string Link = "Link";
    public const string Location = "Location";
    public const string AnswerMac = "AnswerMac";

    /// <summary>The section that defines the MACs of messages and answers.</summary>
    private const string AboutMacs = $"[protocol §9]({ProtocolPage.Path}#9-keys-mac-and-pin)";

    private const string Introduction =
        "The host behind a points, member-card and coupon network: the back office, a REST API in JSON, and the messages of the terminals. "
        + "Lists come in pages, by the address in `next`. A POST has an `Idempotency-Key`: sent again with the same body it has no second effect. "
        + "A PUT or DELETE says which state was seen, by `If-Match`. Errors are problems (RFC 9457). An optional field can be omitted or `null`; both mean its default. Amounts and points are numbers with at most two decimal places, times are UTC.";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Jpos", Version = ProductVersion.Text, Description = Introduction, License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" } };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The host that serves this document." }];
        document.Tags = Tags(context);
        var paths = document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal).ToList();
        document.Paths.Clear();
        paths.ForEach(path => document.Paths.Add(path.Key, path.Value));

        var components = document.Components ??= new OpenApiComponents();
        schemas.Finish(components.Schemas ??= new Dictionary<string, IOpenApiSchema>(), Patched(context));
        components.Schemas[OperationProblems.Schema] = ProblemSchema();
        components.Schemas = Sorted(components.Schemas);
        components.Responses = Sorted(components.Responses!);
        components.Parameters = Sorted(Parameters());
        components.Headers = Sorted(Headers());
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, `jpos_…`, or a token (JWT) of the OpenID Connect provider that the host is set to. Each operation names the permission that the role of the key or token must have." },
        };
        return Task.CompletedTask;
    }

    private static Dictionary<string, IOpenApiParameter> Parameters() => new()
    {
        [IdempotencyKey] = Header("Idempotency-Key", true, "The caller's own key of this request, another one for each: sent again with it within 7 days, the request gets the first answer and has no second effect.", 255),
        [IfMatch] = Header("If-Match", true, "The `ETag` of the state that was seen; `*` for any.", null),
        [MessageMac] = Header(SignatureHeaders.Mac, false, $"The message's MAC, hexadecimal, where the terminal's policy asks for one ({AboutMacs}).", null),
        [MessageTime] = Header(SignatureHeaders.Time, false, "When the message was made, Unix seconds; with a MAC.", null),
    };

    private static Dictionary<string, IOpenApiHeader> Headers() => new()
    {
        [EntityTag] = AnswerHeader("The tag of the state that is answered, for `If-Match`. An answer with a secret, which is shown once, has none."),
        [Link] = AnswerHeader("The next page, `rel=\"next\"`; not there at the end of the list."),
        [Location] = AnswerHeader("The address of the new resource."),
        [AnswerMac] = AnswerHeader($"The answer's MAC, hexadecimal, if its message was signed ({AboutMacs})."),
    };

    private static OpenApiParameter Header(string name, bool isRequired, string description, int? longest) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest },
    };

    private static OpenApiHeader AnswerHeader(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    /// <summary>Returns the inputs that a merge patch changes.</summary>
    private static IEnumerable<Type> Patched(OpenApiDocumentTransformerContext context) => context.DescriptionGroups.SelectMany(group => group.Items)
        .Select(item => item.ActionDescriptor).OfType<ControllerActionDescriptor>()
        .Where(action => action.Parameters.OfType<ControllerParameterDescriptor>().Any(parameter => parameter.ParameterInfo.IsDefined(typeof(MergePatchAttribute), inherit: false)))
        .Select(action => MergePatchAttribute.InputOf(action.ControllerTypeInfo))
        .Distinct();

    private static OpenApiSchema ProblemSchema()
    {
        static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = $"An error (RFC 9457). [The list of errors]({ProblemTypes.Page}) describes every `type`.",
            Required = new HashSet<string> { "type", "status", "title", "detail", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference", Description = "The stable URI of the kind of error, relative to the host, such as `/docs/errors#not-found`; `about:blank` if the status says everything." },
                ["title"] = Text("The kind of error in words, the same for all errors of a `type`."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
                ["detail"] = Text("What is wrong with this request, and what to do."),
                ["traceId"] = Text("The id under which the log of the host has details."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "The invalid fields, and what each must be.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            },
        };
    }

    /// <summary>Lists all response codes of the terminal protocol with the texts of the interface document.</summary>
    private static string Codes()
    {
        var codes = typeof(ResponseCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(ResponseCode));
        var table = new StringBuilder("The messages of terminals: forms in UTF-8. Nearly every answer has status 200 and a code in `status`.\n\n| status | message | |\n|---|---|---|\n");
        foreach (var field in codes)
        {
            var code = (ResponseCode)field.GetValue(null)!;
            table.Append(CultureInfo.InvariantCulture, $"| {code.Code} | {code.Message} | {Border().Replace(field.Name, " ").ToLowerInvariant()} |\n");
        }

        return table.ToString();
    }

    private static SortedDictionary<string, T> Sorted<T>(IDictionary<string, T> named) => new(named, StringComparer.Ordinal);

    private HashSet<OpenApiTag> Tags(OpenApiDocumentTransformerContext context) => context.DescriptionGroups.SelectMany(group => group.Items)
        .Select(item => item.ActionDescriptor).OfType<ControllerActionDescriptor>()
        .GroupBy(OperationNames.Tag)
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.First().IsOfBackOffice() ? texts.Of(tag.First().ControllerTypeInfo) : Codes() })
        .ToHashSet();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
