using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jpos.Api.BackOffice.Requests;
using Jpos.Api.Docs;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Tests.Hosting;

/// <summary>A resource of the back office, found by its controller: the tests of all addresses need no word about a new one.</summary>
/// <param name="Path">Its address below the root.</param>
/// <param name="Permissions">Who may read and change it.</param>
/// <param name="Body">The example of what is sent to create or change a row, as JSON.</param>
internal sealed record OfficeResource(string Path, ResourcePermissionsAttribute Permissions, string Body)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static IReadOnlyList<OfficeResource> All { get; } =
    [
        .. from controller in typeof(BackOfficeController).Assembly.GetTypes()
           where controller.GetCustomAttribute<ResourcePermissionsAttribute>() is not null
           let input = MergePatchAttribute.InputOf(controller)
           select new OfficeResource(
               controller.GetCustomAttribute<RouteAttribute>()!.Template[BackOfficeController.Root.Length..],
               controller.GetCustomAttribute<ResourcePermissionsAttribute>()!,
               JsonSerializer.Serialize(BackOfficeExamples.All[input], input, Json)),
    ];

    /// <summary>Returns those that a list of paths does not name.</summary>
    public static IEnumerable<OfficeResource> Besides(IEnumerable<string> paths) => All.ExceptBy(paths, resource => resource.Path);
}
