REPORTS = {
    "revenue": "SELECT month, sum(amount) FROM sales GROUP BY month",
    "churn": "SELECT month, count(*) FROM leavers GROUP BY month",
}
