using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Jpos.Tests.Docs;

/// <summary>The text of a Markdown document without its markup.</summary>
internal static class Prose
{
    // Words that stand in a sentence for something that is not searched.
    private const string Code = "Code";
    private const string Address = "Address";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UsePreciseSourceLocation().Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>Returns the sentences of paragraphs, lists and quotations. Headings, tables and code have none.</summary>
    public static IEnumerable<Sentence> SentencesOf(MarkdownDocument document) =>
        Leaves(document, withTables: false).OfType<ParagraphBlock>().SelectMany(paragraph => Sentence.Of(paragraph.Line + 1, TextOf(paragraph)));

    /// <summary>Returns the text of each paragraph, heading and cell of a table, with its line.</summary>
    public static IEnumerable<(int Line, string Text)> TextsOf(MarkdownDocument document) =>
        Leaves(document, withTables: true).Where(block => block is ParagraphBlock or HeadingBlock).Select(block => (block.Line + 1, TextOf(block)));

    /// <summary>Returns the text of a block on one line.</summary>
    /// <param name="block">The block.</param>
    /// <param name="withCode">True for the text inside code spans; false for one word in the place of each.</param>
    public static string TextOf(LeafBlock block, bool withCode = false)
    {
        var text = new StringBuilder();
        Append(text, block.Inline, withCode);
        return text.ToString().Trim();
    }

    private static IEnumerable<LeafBlock> Leaves(ContainerBlock container, bool withTables)
    {
        foreach (var block in container)
        {
            var leaves = block switch
            {
                LinkReferenceDefinitionGroup => [],
                Table when !withTables => [],
                ContainerBlock inner => Leaves(inner, withTables),
                LeafBlock leaf => [leaf],
                _ => [],
            };
            foreach (var leaf in leaves)
            {
                yield return leaf;
            }
        }
    }

    private static void Append(StringBuilder text, ContainerInline? container, bool withCode)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(withCode ? code.Content : Code);
                    break;
                case AutolinkInline:
                    text.Append(Address);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Append(text, inner, withCode);
                    break;
            }
        }
    }
}
