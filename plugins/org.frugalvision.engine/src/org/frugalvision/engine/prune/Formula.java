// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A score of a channel as a tree: what is known about it, put together by arithmetic.
 *
 * @param name a value of {@link #VALUES}, or one of {@link #PAIRS} and {@link #SINGLES}
 * @param parts what it is applied to
 */
record Formula(String name, List<Formula> parts) {

    /** Means and variances for a class (p) and the others (q), the mean over all, and the L1 norm of the filter. */
    static final List<String> VALUES = List.of("meanP", "meanQ", "varianceP", "varianceQ", "mean", "norm");

    /** Division is by the absolute value + 0.05. */
    static final List<String> PAIRS = List.of("+", "-", "*", "/");

    /** Roots are of the absolute value. */
    static final List<String> SINGLES = List.of("abs", "square", "root");

    private static final double SMALL = 0.05;

    static Formula value(final String name) {
        return new Formula(name, List.of());
    }

    static Formula of(final String name, final Formula... parts) {
        return new Formula(name, List.of(parts));
    }

    /** A tree at random; its leaves lie not deeper than given. */
    static Formula random(final int depth, final RandomGenerator random) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return value(VALUES.get(random.nextInt(VALUES.size())));
        }
        return random.nextInt(3) == 0 ? of(SINGLES.get(random.nextInt(SINGLES.size())), random(depth - 1, random))
            : of(PAIRS.get(random.nextInt(PAIRS.size())), random(depth - 1, random), random(depth - 1, random));
    }

    /** @param values in the order of {@link #VALUES} */
    double of(final double[] values) {
        if (parts.isEmpty()) {
            return values[VALUES.indexOf(name)];
        }
        final double first = parts.get(0).of(values);
        final double second = parts.size() > 1 ? parts.get(1).of(values) : 0;
        return switch (name) {
            case "+" -> first + second;
            case "-" -> first - second;
            case "*" -> first * second;
            case "/" -> first / (Math.abs(second) + SMALL);
            case "abs" -> Math.abs(first);
            case "square" -> first * first;
            default -> Math.sqrt(Math.abs(first));
        };
    }

    /** Nodes of the tree. */
    int size() {
        return 1 + parts.stream().mapToInt(Formula::size).sum();
    }

    /** The part at a position of the tree, itself being 0. */
    Formula part(final int position) {
        int at = position - 1;
        if (position == 0) {
            return this;
        }
        for (final Formula part : parts) {
            if (at < part.size()) {
                return part.part(at);
            }
            at -= part.size();
        }
        throw new IllegalArgumentException("no part " + position);
    }

    /** The same with another part at a position. */
    Formula with(final int position, final Formula other) {
        if (position == 0) {
            return other;
        }
        final List<Formula> changed = new ArrayList<>();
        int at = position - 1;
        for (final Formula part : parts) {
            changed.add(at >= 0 && at < part.size() ? part.with(at, other) : part);
            at -= part.size();
        }
        return new Formula(name, List.copyOf(changed));
    }

    @Override
    public String toString() {
        return switch (parts.size()) {
            case 0 -> name;
            case 1 -> name + "(" + parts.get(0) + ")";
            default -> "(" + parts.get(0) + " " + name + " " + parts.get(1) + ")";
        };
    }
}
