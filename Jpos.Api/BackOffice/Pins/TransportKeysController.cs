using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Application.BackOffice.Pins;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Cards;
using Jpos.Domain.Terminals;
using Jpos.Domain.TextForms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Pins;

/// <summary>Transport keys: the keys that PIN blocks come to the back office under.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "transport-keys")]
public sealed class TransportKeysController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The transport keys, sorted by name. A key itself is never shown.</summary>
    [HttpGet]
    [Allow(Right.ManageTransportKeys)]
    [ProducesResponseType<PageAnswer<PinTransportKeyView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var faults = new Faults();
        var after = faults.ReadOptional<string>("after", list.After, PinTransportKey.TryParseName, PinTransportKey.NameForm);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListTransportKeys(Caller, after, list.Limit), cancellation));
    }

    /// <summary>One transport key.</summary>
    [HttpGet("{name}")]
    [Allow(Right.ManageTransportKeys)]
    [ProducesResponseType<PinTransportKeyView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(string name, CancellationToken cancellation) => Answer(await Ask(new LookAtTransportKey(Caller, name), cancellation));

    /// <summary>Loads a transport key from its components.</summary>
    [HttpPost]
    [Allow(Right.ManageTransportKeys)]
    [ProducesResponseType<PinTransportKeyView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Load(TransportKeyInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var name = faults.Read<string>("name", input.Name, PinTransportKey.TryParseName, PinTransportKey.NameForm);
        faults.Require("keyForm", PinTransportKey.Takes(input.KeyForm), FaultText.MustBe("keyForm", FaultText.OneOf(Enum.GetValues<KeyForm>().Where(PinTransportKey.Takes).Select(Words.Of))));
        var components = (input.Components ?? []).Select(component => faults.Hex("components", component)).ToList();
        faults.Require("components", components.Count >= LoadMasterKey.FewestComponents, FaultText.MustBe("components", "a list of at least 2"));
        var check = faults.Hex("checkValue", input.CheckValue);
        faults.Require("checkValue", check.Length == LoadMasterKey.CheckValueLength, FaultText.MustBe("checkValue", "8 hexadecimal digits"));
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new LoadTransportKey(name, input.KeyForm, components, check) { Caller = Caller, IdempotencyKey = RequestKey }, key => key.Name, cancellation);
    }

    /// <summary>Removes a transport key, and answers what it was. PINs that were set with it stay.</summary>
    [HttpDelete("{name}")]
    [Allow(Right.ManageTransportKeys)]
    [ProducesResponseType<PinTransportKeyView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Remove(string name, CancellationToken cancellation) => Answer(new RemoveTransportKey(name) { Caller = Caller, Seen = Seen }, null, cancellation);
}
