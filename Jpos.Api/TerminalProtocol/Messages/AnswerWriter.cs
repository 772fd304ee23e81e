using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using AutoMapper;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Writes outcomes as JSON answers of their endpoints.</summary>
internal sealed class AnswerWriter(IMapper mapper, TimeProvider time) : IAnswerWriter
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public byte[] Write(Outcome outcome) => Serialise(mapper.Map<TerminalAnswer>(outcome));

    /// <summary>Writes the decline of a request that did not become a message, in the format of its endpoint.</summary>
    /// <param name="shape">The endpoint's type of answer.</param>
    /// <param name="decline">The decline.</param>
    public byte[] Refuse(Type shape, Decline decline)
    {
        var answer = (TerminalAnswer)Activator.CreateInstance(shape)!;
        mapper.Map<Outcome, TerminalAnswer>(new Refusal { Code = decline.Code, Detail = decline.Detail, At = time.GetUtcNow().UtcDateTime }, answer);
        return Serialise(answer);
    }

    private static byte[] Serialise(TerminalAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), Json);

    private sealed record Refusal : Outcome;
}
