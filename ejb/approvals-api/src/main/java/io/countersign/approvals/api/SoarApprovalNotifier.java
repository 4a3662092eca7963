package io.countersign.approvals.api;

/**
 * Delivers messages about approvals to people. Every bean that implements it is told; what it throws is logged and stops
 * nobody else.
 */
public interface SoarApprovalNotifier {

    /** A request was asked for. */
    void receiveApprovalNotification(String message);

    /** A pending request has waited as long as its asker wanted before a reminder. */
    void sendApprovalReminder(String approvalId);
}
