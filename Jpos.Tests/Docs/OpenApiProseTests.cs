using System.Text.Json.Nodes;

namespace Jpos.Tests.Docs;

/// <summary>The texts of docs/openapi.json, which come from the comments in the code, keep the rules of prose.</summary>
internal sealed class OpenApiProseTests
{
    private static readonly string[] Texts = ["summary", "description", "title", "detail"];

    private readonly IReadOnlyList<(string Place, string Text)> texts = [.. TextsOf(JsonNode.Parse(File.ReadAllText(Path.Combine(MarkdownPage.Root, "docs/openapi.json"))), "#")];

    [Test]
    public void A_sentence_has_at_most_thirty_words() => Assert.That(Found(text => ProseRules.Long(Prose.Parse(text))), Is.Empty);

    [Test]
    public void No_forbidden_phrase_is_used() => Assert.That(Found(text => ProseRules.Forbidden(Prose.Parse(text))), Is.Empty);

    [Test]
    public void The_median_is_at_most_fourteen_words() =>
        Assert.That(Sentence.MedianOf(texts.SelectMany(text => Prose.SentencesOf(Prose.Parse(text.Text)))), Is.AtMost(ProseRules.MostWordsInMedian));

    private IEnumerable<string> Found(Func<string, IEnumerable<string>> rule) => texts.SelectMany(text => rule(text.Text).Select(found => $"{text.Place}: {found}"));

    /// <summary>Returns the texts for people; a field that has such a name is an object, not a text.</summary>
    private static IEnumerable<(string Place, string Text)> TextsOf(JsonNode? node, string place) => node switch
    {
        JsonArray items => items.SelectMany((item, at) => TextsOf(item, $"{place}/{at}")),
        JsonObject fields => fields.SelectMany(field => field.Value is JsonValue value && Texts.Contains(field.Key) && value.TryGetValue<string>(out var text) ? [($"{place}/{field.Key}", text)] : TextsOf(field.Value, $"{place}/{field.Key}")),
        _ => [],
    };
}
