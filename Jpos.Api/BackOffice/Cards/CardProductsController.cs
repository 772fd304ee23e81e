using Jpos.Application.BackOffice.Cards;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Card products: what all cards of one kind have in common.</summary>
/// <Change>Changes a card product for all its cards. Omitted fields get their defaults.</Change>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "card-products")]
[ResourcePermissions(Permission.ReadCards, Permission.ManageCardProducts)]
public sealed class CardProductsController(IMediator mediator, IViewSerializer viewSerializer) : ResourceController<CardProductInput, CardProductProfile, CardProductView>(mediator, viewSerializer);
