// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a classifier got right. Means over classes (balanced accuracy, macro recall, AUC) are taken over the classes
 * that have images: a class missing in the truth has no recall and no AUC and is left out, never counted as 0; {@link
 * #missingClasses()} names such classes, for a warning. Made by an {@link EvaluationBuilder}.
 *
 * @param classes class names
 * @param confusion images by true class (row) and predicted class (column); shared, not to be modified
 * @param aucs area under the ROC curve per class against all others, empty where it is not defined
 * @param logLoss mean of -ln P(true class), P clamped to at least 1e-15; empty without probabilities
 */
public record Evaluation(List<String> classes, long[][] confusion, List<OptionalDouble> aucs, OptionalDouble logLoss) {

    /** Copies the lists; the matrix must be square and of the classes' size. */
    public Evaluation {
        classes = List.copyOf(classes);
        aucs = List.copyOf(aucs);
        final int size = classes.size();
        if (confusion.length != size || aucs.size() != size
            || Arrays.stream(confusion).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException("Confusion matrix and AUCs must be those of the " + size + " classes.");
        }
    }

    /** @return number of images */
    public long images() {
        return Arrays.stream(confusion).flatMapToLong(Arrays::stream).sum();
    }

    /** @return number of images predicted right */
    public long correct() {
        return IntStream.range(0, classes.size()).mapToLong(c -> confusion[c][c]).sum();
    }

    /** @return share of the images predicted right; empty without images */
    public OptionalDouble accuracy() {
        return images() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double)correct() / images());
    }

    /** @return mean recall of the classes that have images */
    public OptionalDouble balancedAccuracy() {
        return mean(perClass().stream().map(ClassScores::recall).toList());
    }

    /** @return mean precision of the classes that have images; one that was never predicted counts 0 */
    public OptionalDouble macroPrecision() {
        return mean(present().map(c -> OptionalDouble.of(c.precision().orElse(0))).toList());
    }

    /** @return mean F1 of the classes that have images */
    public OptionalDouble macroF1() {
        return mean(present().map(ClassScores::f1).toList());
    }

    /** @return mean AUC of the classes where it is defined; empty without probabilities or with a single class */
    public OptionalDouble macroAuc() {
        return mean(aucs);
    }

    /**
     * @return agreement beyond chance (Cohen 1960, doi:10.1177/001316446002000104); empty where chance alone agrees
     *   fully
     */
    public OptionalDouble cohensKappa() {
        final double images = images();
        final double chance =
            perClass().stream().mapToDouble(c -> c.support() / images * (c.predicted() / images)).sum();
        return images == 0 || chance >= 1 ? OptionalDouble.empty()
            : OptionalDouble.of((correct() / images - chance) / (1 - chance));
    }

    /** @return one entry per class, in their order */
    public List<ClassScores> perClass() {
        return IntStream.range(0, classes.size()).mapToObj(this::scores).toList();
    }

    /** @return names of the classes without images in the truth */
    public List<String> missingClasses() {
        return perClass().stream().filter(c -> c.support() == 0).map(ClassScores::name).toList();
    }

    private ClassScores scores(final int c) {
        final long predicted = Arrays.stream(confusion).mapToLong(row -> row[c]).sum();
        final long support = Arrays.stream(confusion[c]).sum();
        return new ClassScores(classes.get(c), support, predicted, confusion[c][c], aucs.get(c));
    }

    private Stream<ClassScores> present() {
        return perClass().stream().filter(c -> c.support() > 0);
    }

    private static OptionalDouble mean(final List<OptionalDouble> values) {
        return values.stream().flatMapToDouble(OptionalDouble::stream).average();
    }
}
