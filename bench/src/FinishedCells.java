// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured already: a file of one line per training.
 *
 * @param file the file
 * @param scores what it holds, by key
 */
record FinishedCells(Path file, Map<String, Score> scores) {

    private static final int COLUMNS = 5;

    /**
     * What one training gave.
     *
     * @param recall mean recall of the classes of the test images
     * @param loss mean loss of the test images
     * @param multiplyAdds that it took, forward and backward
     * @param seconds that it took
     */
    record Score(double recall, double loss, double multiplyAdds, double seconds) {
    }

    static FinishedCells of(final Path file) throws IOException {
        final Map<String, Score> scores = new HashMap<>();
        if (Files.exists(file)) {
            for (final String line : Files.readAllLines(file)) {
                final String[] words = line.split("\t");
                if (words.length == COLUMNS) { // the last line may be half of one
                    scores.put(words[0], new Score(Double.parseDouble(words[1]), Double.parseDouble(words[2]),
                        Double.parseDouble(words[3]), Double.parseDouble(words[4])));
                }
            }
        }
        return new FinishedCells(file, scores);
    }

    /** @param images 0, or after how many the training ended */
    static String key(final String pool, final MethodCase method, final int seed, final long images) {
        return "%s | %s | %s | seed %d%s".formatted(pool, method.scenario(), method.text(), seed,
            images == 0 ? "" : " | ended after " + images);
    }

    Optional<Score> find(final String key) {
        return Optional.ofNullable(scores.get(key));
    }

    void add(final String key, final Score score) throws IOException {
        scores.put(key, score);
        Files.write(file, List.of(String.format(Locale.ROOT, "%s\t%.6f\t%.6f\t%.0f\t%.1f", key, score.recall,
            score.loss, score.multiplyAdds, score.seconds)), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
