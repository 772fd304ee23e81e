using System.Globalization;
using System.Text.Json;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.Model;

/// <summary>Whether the host has done what it had to. What the host makes up itself, serial numbers and verify codes, the model learns here.</summary>
internal sealed class Comparison
{
    private static readonly string[] Words = ["batchNo", "settleFlag", "vaucher", "ticket", "mobileNo", "idType", "idNo"];

    private readonly HashSet<string> serials = [];

    /// <exception cref="InvalidOperationException">It has not.</exception>
    public static void Require(bool holds, string actual, string expected)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The host says {actual}, the model {expected}.");
        }
    }

    public void Compare(Expected expected, TerminalAnswerText answer)
    {
        Require(answer.Status == expected.Status, answer.Status, expected.Status);
        if (expected.Again is { } again)
        {
            Require(answer.Text == again.Text, answer.Text, again.Text);
            return;
        }

        foreach (var field in answer.Json.EnumerateObject().Where(field => field.Name is not "transTime" && field.Value.ValueKind is JsonValueKind.Number))
        {
            var figure = expected.Figures.GetValueOrDefault(field.Name);
            Require(field.Value.GetDecimal() == figure, $"{field.Name} {field.Value}", $"{figure}");
        }

        foreach (var name in expected.Figures.Keys.Concat(expected.Words.Keys))
        {
            Require(answer.Json.TryGetProperty(name, out _), "nothing", name);
        }

        foreach (var name in Words)
        {
            if (answer.Json.TryGetProperty(name, out var value))
            {
                var text = value.ValueKind is JsonValueKind.Array ? string.Join(' ', value.EnumerateArray().OrderBy(one => one.GetProperty("id").GetInt64()).Select(Shown)) : value.GetString();
                Require(text == expected.Words.GetValueOrDefault(name, ""), $"{name} {text}", expected.Words.GetValueOrDefault(name, ""));
            }
        }

        if (answer.Json.TryGetProperty("serialNo", out var serialNo))
        {
            var serial = serialNo.GetString()!;
            if (expected.Serial is { Serial: "" } made)
            {
                Require(serial.Length == 12 && serials.Add(serial), $"serialNo {serial}", "a new one");
                made.Serial = serial;
            }

            Require(serial == (expected.Serial?.Serial ?? ""), $"serialNo {serial}", expected.Serial?.Serial ?? "none");
        }
    }

    /// <summary>One text to the mobile if a code had to be sent, else none.</summary>
    public static void Compare(Expected expected, IReadOnlyList<Texts.Sent> texts)
    {
        var (actual, wanted) = (string.Join(' ', texts.Select(text => $"{text.Mobile} at {text.At}")), expected.Code is { } code ? $"{code.Mobile} at {code.At.ToUnixTimeSeconds()}" : "");
        Require(actual == wanted, $"texts to {actual}", wanted);
        if (expected.Code is not null)
        {
            expected.Code.Digits = texts[0].Code;
        }
    }

    /// <summary>As the model shows a coupon. Only the query of all tickets tells their types.</summary>
    private static string Shown(JsonElement ticket)
    {
        var type = ticket.TryGetProperty("type", out var told) ? told.GetString() : "";
        return string.Create(CultureInfo.InvariantCulture, $"{ticket.GetProperty("id")}:{type}:{ticket.GetProperty("amount").GetDecimal():0.##}x{ticket.GetProperty("num")}");
    }
}
