package chorus.altruism.platform;

/**
 * Known ratings, packed by row: those of row r lie from {@code starts[r]} up to {@code starts[r + 1]}, in ascending column.
 *
 * @param starts one more than there are rows
 */
record Observed(int[] starts, int[] columns, double[] values) {
    static Observed rows(Rated rated) {
        var starts = new int[rated.users() + 1];
        for (var user = 0; user < rated.users(); user++) {
            starts[user + 1] = Math.addExact(starts[user], rated.row(user).size());
        }
        var columns = new int[starts[rated.users()]];
        var values = new double[columns.length];
        for (var user = 0; user < rated.users(); user++) {
            var row = rated.row(user);
            for (var n = 0; n < row.size(); n++) {
                columns[starts[user] + n] = row.item(n);
                values[starts[user] + n] = row.value(n);
            }
        }
        return new Observed(starts, columns, values);
    }

    int count() {
        return starts.length - 1;
    }

    Observed transposed(int count) {
        var to = new int[count + 1];
        for (var column : columns) {
            to[column + 1]++;
        }
        for (var column = 0; column < count; column++) {
            to[column + 1] += to[column];
        }
        var next = to.clone();
        var rows = new int[columns.length];
        var turned = new double[columns.length];
        for (var row = 0; row < count(); row++) {
            for (var at = starts[row]; at < starts[row + 1]; at++) {
                var place = next[columns[at]]++;
                rows[place] = row;
                turned[place] = values[at];
            }
        }
        return new Observed(to, rows, turned);
    }
}
