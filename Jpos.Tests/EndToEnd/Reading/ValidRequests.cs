using System.Text.Json;
using System.Text.Json.Nodes;
using Jpos.Api.Docs;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>A request for each address that the host would take: one value of it is then made hostile. Creations are of something new each time.</summary>
internal sealed class ValidRequests
{
    private const string Until = "9999-12-30";
    private const string Key = """ "components":["0123456789ABCDEFFEDCBA9876543210","101013131515161619191A1A1C1C1F1F"],"checkValue":"38866CCA" """;
    private const string Rules = """
        {"pointValue":1,"rates":{"green":0.01,"gold":0.015,"platinum":0.02,"diamond":0.03},"giftDecimals":2,"giftRounding":"down","giftValidMonths":24,"pendingDays":7,"giftsAvailableAtOnce":false,"expiryGraceDays":0,"refundWindowDays":30,"refundMayLeaveDebt":false,"adjustmentLimit":1000}
        """;

    private static readonly Dictionary<string, Func<int, string>> Bodies = new()
    {
        ["CreateStoreInput"] = count => $$"""{"number":"S{{count}}","name":"x"}""",
        ["StoreInput"] = _ => """{"name":"x","advertisement":"y","timeZone":"Asia/Shanghai","deniedOperations":["refund"]}""",
        ["OperatorInput"] = count => $$"""{"number":"{{count % 100_000_000}}"}""",
        ["CreateTerminalInput"] = count => $$"""{"number":"T{{count % 10_000_000}}","store":"100000000000002","keyAlgorithm":"aes128","macPolicy":"off"}""",
        ["ChangeTerminalInput"] = _ => """{"isEnabled":true,"macPolicy":"optional"}""",
        ["MacPolicyDecisionInput"] = _ => """{"macPolicy":"off","untilFirstSigned":false,"isApproved":false}""",
        ["MasterKeyInput"] = _ => $"{{{Key}}}",
        ["TransportKeyInput"] = count => $$"""{"name":"key-{{count}}",{{Key}},"keyAlgorithm":"tripleDes"}""",
        ["CardProductInput"] = _ => """{"name":"x","deniedOperations":["refund"],"mostPerConsume":5000,"mostConsumesPerDay":20}""",
        ["MemberInput"] = _ => """{"name":"x","grade":"gold","gender":"01","address":"a","email":"x@example.org"}""",
        ["IssueCardInput"] = count => $$"""{"number":"{{Luhn(count)}}","product":1,"expiresOn":"{{Until}}","openingBalance":1}""",
        ["IssueCardsInput"] = count => $$"""{"first":"{{Luhn(count)}}","count":1,"product":1,"expiresOn":"{{Until}}","openingBalance":1}""",
        ["CardStateInput"] = _ => """{"state":"active","reason":"x"}""",
        ["ReplaceCardInput"] = count => $$"""{"newNumber":"{{Luhn(count)}}","expiresOn":"{{Until}}","reason":"x"}""",
        ["CompanionInput"] = count => $$"""{"number":"{{Luhn(count)}}","product":1,"expiresOn":"{{Until}}","reason":"x"}""",
        ["MergeInput"] = _ => $$"""{"into":"{{Form.EmptyCard}}","reason":"x"}""",
        ["SetPinInput"] = _ => """{"reason":"x"}""",
        ["TicketKindInput"] = _ => """{"name":"x","type":"exchange","face":18,"validDays":90}""",
        ["TicketIssueInput"] = _ => $$"""{"cards":["{{Form.EmptyCard}}"],"pieces":1,"validThrough":"2030-12-31","reason":"x"}""",
        ["AdjustmentInput"] = _ => $$"""{"card":"{{Form.TwoLotCard}}","points":1,"expiresOn":"2030-12-31","reason":"x"}""",
        ["AdjustmentDecisionInput"] = _ => $$"""{"card":"{{Form.TwoLotCard}}","isApproved":false,"reason":"x"}""",
        ["CampaignInput"] = _ => """{"name":"x","multiplier":2,"from":"2026-03-06","through":"2026-03-08","stores":["100000000000001"],"grades":["gold"],"advertisement":"y"}""",
        ["ProgrammeInput"] = _ => Rules,
        ["CreateApiKeyInput"] = _ => """{"name":"x","role":"viewer","stores":["100000000000001"],"expiresAt":"2027-12-31T00:00:00Z"}""",
        ["WebhookInput"] = _ => """{"url":"https://example.org/","events":["batch.settled"],"description":"y"}""",
        ["RedeliveryInput"] = _ => """{"since":"2026-01-01T00:00:00Z"}""",
        ["LaxInput"] = _ => """{"state":"active","expiresOn":"2030-12-31","count":"1","reason":"x"}""",
        ["HeldGiftDecisionInput"] = _ => $$"""{"card":"{{Form.TwoLotCard}}","isApproved":false,"reason":"x"}""",
        ["ResolutionInput"] = _ => """{"note":"x"}""",
    };

    private static int made;

    private readonly Dictionary<string, string> things = [];

    /// <summary>Makes one thing of each kind that a path can name.</summary>
    public static async Task<ValidRequests> On(JposHost host)
    {
        var requests = new ValidRequests();
        var manager = await BackOfficeClient.Of(host, Role.Administrator);
        var officer = await BackOfficeClient.Of(host, Role.SecurityOfficer);
        foreach (var (path, type, client) in new[] { ("campaigns", "CampaignInput", manager), ("webhooks", "WebhookInput", manager), ("transport-keys", "TransportKeyInput", officer) })
        {
            var answer = await client.Post(path, Bodies[type](Next()));
            Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
            requests.things[path] = answer[path == "transport-keys" ? "name" : "id"]!;
        }

        foreach (var resource in OfficeResource.Besides(requests.things.Keys))
        {
            var answer = await manager.Post(resource.Path, resource.Body);
            Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
            requests.things[resource.Path] = answer["id"]!;
        }

        var waiting = await manager.Post("adjustments", $$"""{"card":"{{Form.TwoLotCard}}","points":5000,"reason":"x"}""");
        requests.things["adjustments"] = waiting["id"]!;
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("10000005"));
        return requests;
    }

    /// <summary>Returns a path that names something, its value in place of a parameter's name.</summary>
    public string Value(BoundPlace place) => Value(place.Path, place.Name);

    /// <summary>Returns the path with what is there for all parameters but one.</summary>
    public string Path(BoundPlace place, string? hostile)
    {
        var path = place.Path;
        foreach (var name in path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]))
        {
            path = path.Replace($"{{{name}}}", hostile is not null && place.Source is Source.Path && name == place.Name ? hostile : Value(place.Path, name), StringComparison.Ordinal);
        }

        return path;
    }

    /// <summary>Returns what a query needs besides the place itself.</summary>
    public static string Query(BoundPlace place)
    {
        List<string> needed =
        [
            .. place.Path.Contains("/exports/", StringComparison.Ordinal) || place.Path is "/api/v1/transactions" or "/api/v1/batches" ? ["from=2026-03-01", "to=2026-03-03"] : Array.Empty<string>(),
            .. place.Path.EndsWith("/statements", StringComparison.Ordinal) ? [$"card={Form.GoldCard}"] : Array.Empty<string>(),
        ];
        return string.Join('&', needed.Where(part => place.Source is not Source.Query || !part.StartsWith($"{place.Name}=", StringComparison.Ordinal)));
    }

    /// <summary>Returns a body that would be taken.</summary>
    public static JsonObject Body(Type input)
    {
        if (Bodies.TryGetValue(input.Name, out var body))
        {
            return JsonNode.Parse(body(Next()))!.AsObject();
        }

        return BackOfficeExamples.All.TryGetValue(input, out var example) ? JsonSerializer.SerializeToNode(example, input, JsonSerializerOptions.Web)!.AsObject() : [];
    }

    /// <summary>Returns a message of a terminal that signs nothing.</summary>
    public static Dictionary<string, string> Message(Type form)
    {
        var fields = TerminalExamples.Forms[form].ToDictionary(field => field.Name, field => field.Value);
        fields["terminalNo"] = "10000005";
        if (fields.ContainsKey("traceNo"))
        {
            fields["traceNo"] = Form.Six(Next() % 900_000 + 1);
        }

        return fields;
    }

    private static int Next() => Interlocked.Increment(ref made);

    private static string Luhn(int count) => Enumerable.Range(0, 10).Select(digit => CardNumber.Of($"98{count:D13}{digit}")).First(number => number.HasCheckDigit).Value;

    private string Value(string path, string name) => name switch
    {
        "operatorNumber" => "01",
        "serial" => "100000000010",
        "name" => things["transport-keys"],
        "number" when path.Contains("/stores/", StringComparison.Ordinal) => "100000000000002",
        "number" when path.Contains("/terminals/", StringComparison.Ordinal) => "20000001",
        "number" when path.Contains("/cards/", StringComparison.Ordinal) => Form.EmptyCard,
        "id" when path.Contains("/api-keys/", StringComparison.Ordinal) => "0f1e2d3c4b5a",
        _ => things.GetValueOrDefault(path.Split('/')[3], "1"),
    };
}
