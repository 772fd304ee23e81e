using Jpos.Application.BackOffice.HeldGifts;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Model;

/// <summary>What the back office decides on large gifts.</summary>
internal sealed partial class Arena
{
    private static readonly Caller Office = new("office", Role.Manager, [], "office");

    private async Task Decide(Entry consume, bool isApproved)
    {
        log.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {consume.Serial} is {(isApproved ? "released" : "refused")}");
        ReferenceModel.Decide(consume, isApproved);
        await using var scope = host.Services.CreateAsyncScope();
        var decided = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new DecideHeldGift(CardNumber.Of(cast.CardNumbers[consume.Told.Card]), SerialNumber.TryParse(consume.Serial, out var serial) ? serial : null!, isApproved, "checked") { Caller = Office });
        Comparison.Require(decided.Problem is null, $"{decided.Problem?.Detail}", "that the gift is decided");
    }
}
