// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a classifier got right. Means over classes are taken as scikit-learn takes them: those of recall (balanced
 * accuracy) and AUC over the classes that have images, as the others have neither; those of precision and F1 over the
 * classes that occur in truth or prediction, where 0/0 counts as 0. {@link #missingClasses()} names the classes without
 * images, for a warning. Made by an {@link EvaluationBuilder}.
 *
 * @param classes class names
 * @param confusion images by true and predicted class
 * @param aucs area under the ROC curve per class against all others, empty where it is not defined
 * @param logLoss mean of -ln P(true class), P clamped to at least {@link #LEAST_PROBABILITY}; empty without
 *   probabilities
 */
public record Evaluation(List<String> classes, Confusion confusion, List<OptionalDouble> aucs,
    OptionalDouble logLoss) {

    /** A probability of 0 for the true class would make a mean loss infinite; it counts as this one. */
    public static final double LEAST_PROBABILITY = 1e-15;

    /** Copies the lists; the confusion must be that of the classes. */
    public Evaluation {
        classes = List.copyOf(classes);
        aucs = List.copyOf(aucs);
        if (confusion.classes() != classes.size() || aucs.size() != classes.size()) {
            throw new IllegalArgumentException(
                "Confusion and AUCs must be those of the " + classes.size() + " classes.");
        }
    }

    /** @return number of images */
    public long images() {
        return confusion.images();
    }

    /** @return number of images predicted right */
    public long correct() {
        return IntStream.range(0, classes.size()).mapToLong(confusion::right).sum();
    }

    /** @return share of the images predicted right; empty without images */
    public OptionalDouble accuracy() {
        return images() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double)correct() / images());
    }

    /** @return mean recall of the classes that have images */
    public OptionalDouble balancedAccuracy() {
        return mean(perClass().stream().map(ClassScores::recall).toList());
    }

    /**
     * @return mean precision of the classes that occur in truth or prediction; one that was never predicted counts 0;
     *   empty without images
     */
    public OptionalDouble macroPrecision() {
        return mean(
            with(c -> c.support() + c.predicted() > 0).map(c -> OptionalDouble.of(c.precision().orElse(0))).toList());
    }

    /** @return mean F1 of the classes that occur in truth or prediction; empty without images */
    public OptionalDouble macroF1() {
        return mean(with(c -> c.support() + c.predicted() > 0).map(ClassScores::f1).toList());
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
        return with(c -> c.support() == 0).map(ClassScores::name).toList();
    }

    private ClassScores scores(final int c) {
        return new ClassScores(classes.get(c), confusion.support(c), confusion.predicted(c), confusion.right(c),
            aucs.get(c));
    }

    private Stream<ClassScores> with(final Predicate<ClassScores> condition) {
        return perClass().stream().filter(condition);
    }

    private static OptionalDouble mean(final List<OptionalDouble> values) {
        return values.stream().flatMapToDouble(OptionalDouble::stream).average();
    }
}
