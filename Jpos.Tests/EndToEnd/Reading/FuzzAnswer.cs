using System.Net;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>What the host answered to a request of the <see cref="Fuzzer"/>.</summary>
internal sealed record FuzzAnswer(HttpStatusCode Status, string? Type, string Text, string? Location)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
