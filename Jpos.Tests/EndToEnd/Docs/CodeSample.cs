using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>Statements in C# that a page prints. The names that they use and do not declare are texts that the reader has.</summary>
internal static class CodeSample
{
    private const string Usings = "using System; using System.Linq; using System.Security.Cryptography; using System.Text;";

    private static readonly MetadataReference[] Platform = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Returns what the compiler finds wrong.</summary>
    public static IEnumerable<string> ErrorsOf(string statements) => Errors(Compile(statements)).Select(error => error.ToString());

    /// <summary>Runs the statements.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="texts">The texts that the reader has.</param>
    /// <returns>The variable that the last statement declares.</returns>
    public static object? Run(string statements, IReadOnlyDictionary<string, string> texts)
    {
        using var compiled = new MemoryStream();
        Assert.That(Compile(statements).Emit(compiled).Success, Is.True);
        compiled.Position = 0;
        var run = new AssemblyLoadContext("Sample", isCollectible: true).LoadFromStream(compiled).GetType("Sample")!.GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!;
        return run.Invoke(null, [.. run.GetParameters().Select(parameter => texts[parameter.Name!])]);
    }

    private static CSharpCompilation Compile(string statements)
    {
        var unknown = Errors(Compile(statements, [])).Where(error => error.Id == "CS0103").Select(error => error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan)).Distinct();
        return Compile(statements, unknown);
    }

    private static CSharpCompilation Compile(string statements, IEnumerable<string> parameters)
    {
        var block = (BlockSyntax)SyntaxFactory.ParseStatement($"{{{statements}\n}}");
        var last = block.Statements.OfType<LocalDeclarationStatementSyntax>().LastOrDefault()?.Declaration.Variables.Last().Identifier.Text ?? "null";
        var code = $"{Usings} public static class Sample {{ public static object Run({string.Join(", ", parameters.Select(name => $"string {name}"))}) {{ {statements}\nreturn {last}; }} }}";
        return CSharpCompilation.Create("Sample", [CSharpSyntaxTree.ParseText(code)], Platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) => compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
}
