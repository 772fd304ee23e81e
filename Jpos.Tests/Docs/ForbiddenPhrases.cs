using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Jpos.Tests.Docs;

/// <summary>The phrases of <c>forbidden-phrases.txt</c>, and the words of the column "not" of docs/glossary.md.</summary>
internal static partial class ForbiddenPhrases
{
    /// <summary>The glossary names the words that it forbids.</summary>
    public const string Glossary = "docs/glossary.md";

    /// <summary>Each phrase with what to write instead.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = InFile().Concat(InGlossary(Prose.Parse(File.ReadAllText(RepositoryFile.PathOf(Glossary)))))
        .GroupBy(phrase => phrase.Phrase, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First().Instead);

    private static readonly (string Phrase, Regex Pattern)[] Patterns = [.. All.Keys.Select(phrase => (phrase, new Regex($@"(?<![\w-]){Blank().Replace(Regex.Escape(phrase), @"\s+")}(?![\w-])", RegexOptions.IgnoreCase)))];

    /// <summary>Returns the phrases of the file.</summary>
    public static IEnumerable<(string Phrase, string Instead)> InFile() => File.ReadLines(RepositoryFile.PathOf("Jpos.Tests/Docs/forbidden-phrases.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split(" = ")).Select(parts => (parts[0], parts[1]));

    /// <summary>Returns the words of a glossary's column "not", each with the term.</summary>
    public static IEnumerable<(string Phrase, string Instead)> InGlossary(MarkdownDocument glossary) =>
        from table in glossary.Descendants<Table>()
        let rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<ParagraphBlock>().Select(text => Prose.TextOf(text, withCode: true)))).ToList()).ToList()
        let column = rows[0].IndexOf("not")
        where column > 0
        from row in rows.Skip(1)
        from word in row[column].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select (word, row[0]);

    /// <summary>Returns the forbidden phrases in a text.</summary>
    public static IEnumerable<string> In(string text) => Patterns.Where(phrase => phrase.Pattern.IsMatch(text)).Select(phrase => phrase.Phrase);

    [GeneratedRegex(@"(\\ )+")]
    private static partial Regex Blank();
}
