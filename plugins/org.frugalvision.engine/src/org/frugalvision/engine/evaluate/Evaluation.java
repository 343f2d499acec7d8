// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.List;
import java.util.Optional;
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
 * @param probabilities what the probabilities are worth; empty without probabilities
 */
public record Evaluation(List<String> classes, Confusion confusion, Optional<ProbabilityScores> probabilities) {

    /** A probability of 0 for the true class would make a mean loss infinite; it counts as this one. */
    public static final double LEAST_PROBABILITY = 1e-15;

    /** Copies the list; confusion and probabilities must be those of the classes. */
    public Evaluation {
        classes = List.copyOf(classes);
        final int size = classes.size();
        if (confusion.classes() != size
            || probabilities.stream().anyMatch(scores -> scores.rankings().size() != size)) {
            throw new IllegalArgumentException("Confusion and probabilities must be those of the " + size + " "
                + "classes.");
        }
    }

    /**
     * @param probability of the true class, in [0,1]
     * @return -ln of it, where less than {@link #LEAST_PROBABILITY} counts as that; at least 0
     */
    public static double loss(final double probability) {
        return 0 - StrictMath.log(Math.max(LEAST_PROBABILITY, probability));
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

    /** @return interval of the accuracy by Wilson's score; empty without images */
    public Optional<Interval> accuracyInterval() {
        return images() == 0 ? Optional.empty() : Optional.of(new Proportion(correct(), images()).wilson());
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

    /** @return mean F1 of the classes, weighted by their numbers of images; empty without images */
    public OptionalDouble weightedF1() {
        return images() == 0 ? OptionalDouble.empty() : OptionalDouble
            .of(perClass().stream().mapToDouble(c -> c.support() * c.f1().orElse(0)).sum() / images());
    }

    /**
     * @return mean AUC of the classes against all others, where it is defined; empty without probabilities or with a
     *   single class
     */
    public OptionalDouble macroAuc() {
        return mean(perClass().stream().map(ClassScores::auc).toList());
    }

    /** @return mean of -ln P(true class); empty without probabilities */
    public OptionalDouble logLoss() {
        return probabilities.stream().mapToDouble(ProbabilityScores::logLoss).findFirst();
    }

    /** @return mean squared error of the probabilities, as {@link ProbabilityScores} says; empty without them */
    public OptionalDouble brier() {
        return probabilities.stream().mapToDouble(ProbabilityScores::brier).findFirst();
    }

    /** @return expected calibration error; empty without probabilities */
    public OptionalDouble calibrationError() {
        return probabilities.map(ProbabilityScores::calibration).map(Calibration::expectedError)
            .orElseGet(OptionalDouble::empty);
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
            probabilities.map(scores -> scores.rankings().get(c)));
    }

    private Stream<ClassScores> with(final Predicate<ClassScores> condition) {
        return perClass().stream().filter(condition);
    }

    private static OptionalDouble mean(final List<OptionalDouble> values) {
        return values.stream().flatMapToDouble(OptionalDouble::stream).average();
    }
}
