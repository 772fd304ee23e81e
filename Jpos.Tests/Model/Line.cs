namespace Jpos.Tests.Model;

/// <summary>So many pieces of a ticket.</summary>
internal readonly record struct Line(long Ticket, int Pieces);
