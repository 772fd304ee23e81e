using System.Text;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Sends every hostile text to every place, and says which answers surprise.</summary>
internal sealed class Fuzzer
{
    private readonly int oneIn;
    private readonly ValidRequests valid;
    private readonly FuzzRequests requests;
    private readonly AnswerJudge judge = new();

    private Fuzzer(FuzzRequests requests, ValidRequests valid, int oneIn) => (this.requests, this.valid, this.oneIn) = (requests, valid, oneIn);

    /// <summary>How many requests were sent.</summary>
    public int Sent => requests.Sent;

    /// <summary>How many changes were accepted.</summary>
    public int Accepted => judge.Accepted;

    /// <param name="host">Where.</param>
    /// <param name="oneIn">Each place gets one text in so many, and the next place the ones beside them; 1 for all texts.</param>
    public static async Task<Fuzzer> On(JposHost host, int oneIn = 1) =>
        new Fuzzer(await FuzzRequests.On(host), await ValidRequests.On(host), oneIn);

    /// <summary>Returns what surprises, in no order.</summary>
    public async Task<IReadOnlyList<Surprise>> Run(IEnumerable<BoundPlace> places)
    {
        // What is written to one resource is read back before anything else is written there.
        await Parallel.ForEachAsync(places.GroupBy(place => place.Path.Split('/')[3]), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (resource, _) =>
        {
            foreach (var place in resource)
            {
                await Fuzz(place);
            }
        });
        return judge.Surprises;
    }

    private IEnumerable<string> Some(BoundPlace place, IEnumerable<string> texts)
    {
        var first = (place.Method + place.Path + place.Name).Sum(letter => letter) % oneIn;
        return texts.Where((_, number) => number % oneIn == first);
    }

    private Task Fuzz(BoundPlace place) => place.Source switch
    {
        Source.Path => FuzzPath(place),
        Source.Query => FuzzQuery(place),
        Source.Header => FuzzHeader(place),
        Source.Form => FuzzForm(place),
        _ => FuzzBody(place),
    };

    private async Task FuzzPath(BoundPlace place)
    {
        // An empty name, and names that a client resolves, are those of another address.
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near(valid.Value(place))).Where(text => text.Length > 0 && text is not "..")))
        {
            var answer = await requests.Send(place, valid.Path(place, Uri.EscapeDataString(text)), ValidRequests.Query(place), FuzzRequests.Content(place), null);
            judge.Judge(place, text, answer, DocumentedForms.Allows(place, text));
        }
    }

    private async Task FuzzQuery(BoundPlace place)
    {
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near("1")).Concat(HostileTexts.Near(FuzzRequests.Word(place))).Distinct()))
        {
            await Ask(place, Uri.EscapeDataString(text), text, DocumentedForms.Allows(place, text));
        }

        foreach (var raw in new[] { "%FF", "%ED%A0%80", "%C0%80", "%", "%u0031", "+1", "1+" })
        {
            await Ask(place, raw, raw, DocumentedForms.Allows(place, raw.Replace('+', ' ')));
        }

        await Ask(place, $"1&{place.Name}=1", "sent twice", false);
    }

    private async Task Ask(BoundPlace place, string encoded, string text, bool isForm)
    {
        var query = $"{ValidRequests.Query(place)}&{place.Name}={encoded}".TrimStart('&');
        judge.Judge(place, text, await requests.Send(place, valid.Path(place, null), query, FuzzRequests.Content(place), null), isForm);
    }

    private async Task FuzzHeader(BoundPlace place)
    {
        // Others never reach the host: the client, or the server before any code of ours, refuses them.
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near("a1")).Where(text => text.Length > 0 && text.All(letter => letter is >= ' ' and <= '~'))))
        {
            var answer = await requests.Send(place, valid.Path(place, null), ValidRequests.Query(place), place.IsOfTerminals ? FuzzRequests.Encoded(ValidRequests.Message(place.Input!)) : FuzzRequests.Content(place), (place.Name, text));
            if (place.IsOfTerminals)
            {
                judge.JudgeTerminal(place, text, answer, isRead: false);
            }
            else
            {
                judge.Judge(place, text, answer, DocumentedForms.Allows(place, text.Trim()));
            }
        }
    }

    private async Task FuzzForm(BoundPlace place)
    {
        var message = ValidRequests.Message(place.Input!);
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near(message.GetValueOrDefault(place.Name, "1")))))
        {
            message = ValidRequests.Message(place.Input!);
            message[place.Name] = text;
            judge.JudgeTerminal(place, text, await requests.Send(place, place.Path, "", FuzzRequests.Encoded(message), null), isRead: true);
        }
    }

    private async Task FuzzBody(BoundPlace place)
    {
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near(FuzzRequests.Word(place))).Distinct()))
        {
            var isForm = DocumentedForms.Allows(place, text) && (place.Item == typeof(string) || place.Item == typeof(DateOnly) || place.Item == typeof(DateTimeOffset) || place.Item.IsEnum);
            await Say(place, FuzzRequests.Quoted(text), isForm && !place.IsList);
            if (place.IsList)
            {
                await Say(place, $"[{FuzzRequests.Quoted(text)}]", isForm);
            }
        }

        foreach (var json in Some(place, HostileTexts.Json))
        {
            await Say(place, json, AnswerJudge.FitsKind(place, json));
        }

        await Say(place, $"null,\"{place.Leaf}\":null", false);
        await Say(place, $"null,\"{place.Leaf.ToUpperInvariant()}\":null", false);
    }

    private async Task Say(BoundPlace place, string json, bool isForm)
    {
        var body = new StringContent(FuzzRequests.BodyWith(place).Replace($"\"{FuzzRequests.Mark}\"", json, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var answer = await requests.Send(place, valid.Path(place, null), ValidRequests.Query(place), body, null);
        judge.Judge(place, json, answer, isForm);
        if (answer.IsSuccess && isForm && json != "null")
        {
            judge.Compare(place, json, answer.Text, "answered");
            if (place.Method is "PUT" or "PATCH" || answer.Location is not null)
            {
                var stored = await requests.Send(place with { Method = "GET" }, answer.Location ?? valid.Path(place, null), "", null, null);
                judge.Compare(place, json, stored.Text, "stored");
            }
        }
    }
}
