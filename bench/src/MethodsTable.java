// SPDX-License-Identifier: Apache-2.0

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The table that the cards of the methods quote: one for each scenario of a pool. */
final class MethodsTable {

    private MethodsTable() {
    }

    /** Cases of which not all seeds are there yet tell how many there are. */
    static String of(final MethodPool pool, final int seeds, final FinishedCells cells) {
        final List<String> lines = new ArrayList<>();
        for (final String scenario : MethodCases.ALL.stream().map(MethodCase::scenario).distinct().toList()) {
            lines.add("");
            lines.add("%s, %s: %d images, %d epochs".formatted(pool.name(), scenario, pool.images(scenario),
                MethodPool.EPOCHS));
            lines.add("");
            lines.add("| method | seeds | mean recall | SD | loss | cost | recall without method | at the same cost |");
            lines.add("|---|---|---|---|---|---|---|---|");
            MethodCases.ALL.stream().filter(method -> method.scenario().equals(scenario))
                .forEach(method -> line(pool, method, seeds, cells).ifPresent(lines::add));
        }
        return String.join("\n", lines);
    }

    private static Optional<String> line(final MethodPool pool, final MethodCase method, final int seeds,
        final FinishedCells cells) {
        final List<FinishedCells.Score> scores = new ArrayList<>();
        final List<FinishedCells.Score> none = new ArrayList<>();
        final List<FinishedCells.Score> same = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            final var score = cells.find(FinishedCells.key(pool.name(), method, seed, 0));
            final var plain = cells.find(FinishedCells.key(pool.name(), method.plain(), seed, 0));
            if (score.isPresent() && plain.isPresent()) {
                final double ratio = score.get().multiplyAdds() / plain.get().multiplyAdds();
                scores.add(score.get());
                none.add(plain.get());
                same.add(method.sameCost(ratio) ? plain.get()
                    : cells.find(FinishedCells.key(pool.name(), method.plain(), seed,
                        method.images(ratio, pool.images(method.scenario()), MethodPool.EPOCHS))).orElse(null));
            }
        }
        same.removeIf(score -> score == null);
        return scores.isEmpty() ? Optional.empty()
            : Optional.of(String.format(Locale.ROOT, "| %s | %d | %.3f | %.3f | %.3f | %.2f | %.3f | %s |",
                method.text(), scores.size(), recall(scores), deviation(scores),
                scores.stream().mapToDouble(FinishedCells.Score::loss).average().orElseThrow(), IntStream
                    .range(0, scores.size()).mapToDouble(i -> scores.get(i).multiplyAdds() / none.get(i).multiplyAdds())
                    .average().orElseThrow(),
                recall(none), same.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", recall(same))));
    }

    private static double recall(final List<FinishedCells.Score> scores) {
        return scores.stream().mapToDouble(FinishedCells.Score::recall).average().orElseThrow();
    }

    private static double deviation(final List<FinishedCells.Score> scores) {
        final double mean = recall(scores);
        return Math.sqrt(scores.stream().mapToDouble(score -> (score.recall() - mean) * (score.recall() - mean)).sum()
            / Math.max(1, scores.size() - 1));
    }
}
