// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import org.frugalvision.engine.load.Labelling;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** What can be chosen in the Image Folder Reader, and which settings go with it. */
final class FolderReaderChoices {

    private FolderReaderChoices() {
    }

    /** Where the label or the group of an image comes from. */
    enum Source {
            @Label(value = "Parent folder", description = "The name of the folder that holds the file.")
            PARENT_FOLDER, //
            @Label(value = "Path level", description = "The name of the folder at a level of the path.")
            PATH_LEVEL, //
            @Label(value = "Regular expression", description = "A part of the path.")
            EXPRESSION, //
            @Label(value = "None", description = "There is none, and no column for it.")
            NONE;
    }

    /** Which channels images get. */
    enum Channels {
            @Label(value = "Keep", description = "As in the file, in 8 bits: gray, RGB, or RGB and alpha.")
            KEEP, //
            @Label(value = "Gray", description = "One channel.")
            GREY, //
            @Label(value = "RGB", description = "Three channels: red, green and blue.")
            RGB, //
            @Label(value = "All bands", description = "Multi-band images: every band of the file, in 8 or 16 bits.")
            BANDS;
    }

    /** Which size images get. */
    enum Size {
            @Label(value = "Keep", description = "As in the file.")
            KEEP, //
            @Label(value = "Fixed", description = "All images get the same size.")
            FIXED;
    }

    /** Refers to the source of the label. */
    static final class LabelReference implements ParameterReference<Source> {
    }

    /** Refers to the list of files. */
    static final class ListReference implements ParameterReference<String> {
    }

    /** Whether there is a list of files. */
    static final class FromList implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getString(ListReference.class).matchesPattern(".*\\S.*");
        }
    }

    /** Refers to the column of labels in the list. */
    static final class ListedLabelReference implements ParameterReference<String> {
    }

    /** Whether labels stand in the list. */
    static final class LabelFromList implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(LabelFromPath.class).negate();
        }
    }

    /** Refers to the column of groups in the list. */
    static final class ListedGroupReference implements ParameterReference<String> {
    }

    /** Whether labels come from the path: there is no list, or it has none. */
    static final class LabelFromPath implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(FromList.class).negate()
                .or(initializer.getString(ListedLabelReference.class).isEqualTo(""));
        }
    }

    /** Whether groups come from the path: there is no list, or it has none. */
    static final class GroupFromPath implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(FromList.class).negate()
                .or(initializer.getString(ListedGroupReference.class).isEqualTo(""));
        }
    }

    /** Refers to the source of the group. */
    static final class GroupReference implements ParameterReference<Source> {
    }

    /** Refers to the size. */
    static final class SizeReference implements ParameterReference<Size> {
    }

    /** Whether the label is a folder. */
    static final class LabelFromLevel implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(LabelReference.class).isOneOf(Source.PATH_LEVEL)
                .and(initializer.getPredicate(LabelFromPath.class));
        }
    }

    /** Whether the label is found by an expression. */
    static final class LabelFromExpression implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(LabelReference.class).isOneOf(Source.EXPRESSION)
                .and(initializer.getPredicate(LabelFromPath.class));
        }
    }

    /** Whether the group is a folder. */
    static final class GroupFromLevel implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(GroupReference.class).isOneOf(Source.PATH_LEVEL)
                .and(initializer.getPredicate(GroupFromPath.class));
        }
    }

    /** Whether the group is found by an expression. */
    static final class GroupFromExpression implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(GroupReference.class).isOneOf(Source.EXPRESSION)
                .and(initializer.getPredicate(GroupFromPath.class));
        }
    }

    /** Whether all images get one size. */
    static final class FixedSize implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(SizeReference.class).isOneOf(Size.FIXED);
        }
    }

    /** The engine's settings: {@code part} is the group of the expression, and titles end with {@code of}. */
    static Labelling labelling(final Source source, final int level, final String expression, final String part,
        final String of) {
        switch (source) {
            case PARENT_FOLDER:
                return new Labelling.Folder(-1, "Path level" + of);
            case PATH_LEVEL:
                return new Labelling.Folder(level, "Path level" + of);
            case EXPRESSION:
                return new Labelling.Expression(expression == null ? "" : expression, "Regular expression" + of, part);
            default:
                return new Labelling.None();
        }
    }
}
