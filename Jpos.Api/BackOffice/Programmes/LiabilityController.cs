using Jpos.Application.BackOffice.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>The points that the programme owes to its members.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "programme/liability")]
public sealed class LiabilityController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Returns the liability: unexpired points by the month of their expiry, and the debts of cards.</summary>
    [HttpGet]
    [Requires(Permission.ReadLiability)]
    public async Task<ActionResult<LiabilityView>> Get(CancellationToken cancellation) => Answer(await Ask(new GetLiability(Caller), cancellation));
}
