using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>The journal.</summary>
[ApiVersion(1)]
[Route(Root + "transactions")]
public sealed class TransactionsController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>One record of the journal: what it moved, why it earned points, what it undoes and what undid it.</summary>
    [HttpGet("{serial}")]
    [Allow(Right.LookAtTransactions)]
    [ProducesResponseType<TransactionView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(string serial, CancellationToken cancellation) =>
        Answer(SerialNumber.TryParse(serial, out var number) ? await Ask(new LookAtTransaction(Caller, number), cancellation) : null);
}
