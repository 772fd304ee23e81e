namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The additional dependencies of a reversal.</summary>
public sealed record ReversalDependencies(TransactionDependencies Transactions, IBatches Batches, IAlerts Alerts, TransactionUndo Undoing);
