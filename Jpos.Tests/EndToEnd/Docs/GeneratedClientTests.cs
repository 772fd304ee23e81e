using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.Loader;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>A client that a program made of docs/openapi.json compiles, and talks with the host.</summary>
internal sealed class GeneratedClientTests
{
    private JposHost host = null!;
    private Type client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        client = Compile(await Generate()).GetType("Generated.JposClient", throwOnError: true)!;
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task It_lists_transactions()
    {
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        var consume = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "12.34", cash: "80"));
        using var http = new HttpClient { BaseAddress = host.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await BackOfficeClient.MakeKey(host, Role.Viewer, null));
        var office = Activator.CreateInstance(client, http)!;

        var batch = (await Items(office, "ListBatchesAsync", ("terminal", Form.Terminal))).Single();
        var listed = (await Items(office, "ListTransactionsAsync", ("batch", Read(batch, "Id")), ("limit", 10))).Single();
        Assert.That(
            (Read(listed, "Serial"), Read(listed, "PointAmount"), Read(listed, "CashAmount"), Read(listed, "Operation")!.ToString(), Read(listed, "UndoneBy")),
            Is.EqualTo((consume.Serial, 12.34m, 80m, "Consume", (object?)null)));

        var looked = await Call(office, "GetTransactionAsync", ("serial", consume.Serial));
        Assert.That(Read(Read(looked, "Gift")!, "Cash"), Is.EqualTo(80m));
    }

    [Test]
    public async Task It_tells_why_it_is_refused()
    {
        using var http = new HttpClient { BaseAddress = host.Http.BaseAddress };
        var office = Activator.CreateInstance(client, http)!;

        var refused = await Assert.CatchAsync(() => Call(office, "GetTransactionAsync", ("serial", "100000000000")));
        Assert.That((Read(refused!, "StatusCode"), Read(Read(refused!, "Result")!, "Status")), Is.EqualTo((401, 401)));
        Assert.That(Read(Read(refused!, "Result")!, "Detail"), Is.Not.Empty);
    }

    private static async Task<string> Generate()
    {
        var document = await OpenApiDocument.FromJsonAsync(await File.ReadAllTextAsync(RepositoryFile.PathOf("docs/openapi.json")));
        var settings = new CSharpClientGeneratorSettings { ClassName = "JposClient", UseBaseUrl = false, InjectHttpClient = true };
        settings.CSharpGeneratorSettings.Namespace = "Generated";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }

    private static Assembly Compile(string code)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("Generated", [CSharpSyntaxTree.ParseText(code)], platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var compiled = new MemoryStream();
        var result = compilation.Emit(compiled, options: new EmitOptions());
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()), Is.Empty);
        compiled.Position = 0;
        return new AssemblyLoadContext("Generated").LoadFromStream(compiled);
    }

    private static async Task<IEnumerable<object>> Items(object office, string method, params (string Name, object? Value)[] arguments) =>
        ((System.Collections.IEnumerable)Read(await Call(office, method, arguments), "Items")!).Cast<object>();

    /// <summary>Calls with the arguments that are named, and without the others.</summary>
    private static async Task<object> Call(object office, string method, params (string Name, object? Value)[] arguments)
    {
        var named = arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
        var call = office.GetType().GetMethods().Single(one => one.Name == method && one.GetParameters().All(parameter => parameter.ParameterType != typeof(CancellationToken)));
        Assert.That(call.GetParameters().Select(parameter => parameter.Name), Is.SupersetOf(named.Keys));
        var task = (Task)call.Invoke(office, [.. call.GetParameters().Select(parameter => named.GetValueOrDefault(parameter.Name!))])!;
        await task;
        return Read(task, "Result")!;
    }

    private static object? Read(object of, string property) => of.GetType().GetProperty(property)!.GetValue(of);
}
