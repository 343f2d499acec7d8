// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** One field of every form. */
final class EveryFieldParameters extends InheritedParameters {
    static int m_shared = 1;

    private int m_secret = 1;

    transient int m_fleeting = 1;

    int m_whole = 1;

    long m_long = 1;

    double m_real = 1;

    float m_single = 1;

    byte m_tiny = 1;

    char m_sign = 'a';

    boolean m_flag;

    protected String m_text = "a";

    public String m_nothing;

    Integer m_boxed = 1;

    Double m_boxedReal = 1.0;

    Boolean m_boxedFlag = true;

    final Long m_final = Long.valueOf(1);

    int noPrefix = 1;

    Fruit m_fruit = Fruit.APPLE;

    Optional<Integer> m_optWhole = Optional.of(1);

    Optional<Double> m_optReal = Optional.empty();

    Optional<String> m_optText = Optional.of("a");

    Optional<Fruit> m_optFruit = Optional.empty();

    Optional<LocalDate> m_optDay = Optional.of(LocalDate.of(2026, 1, 31));

    int[] m_wholes = {1};

    long[] m_longs = {1};

    double[] m_reals = {1};

    float[] m_singles = {1};

    byte[] m_tinies = {1};

    char[] m_signs = {'a'};

    boolean[] m_flags = {true};

    String[] m_texts = {"a", null};

    int[] m_noWholes;

    int[] m_zeroWholes = {};

    Augmentation m_augmentation = new Augmentation();

    Layer[] m_layers = {new Layer(8)};

    List<Layer> m_layerList = List.of(new Layer(8));

    Layer[] m_noLayers;

    ColumnFilter m_columns = new ColumnFilter();

    Map<String, Object> m_map = Map.of("a", 1);

    DataType m_type = StringCell.TYPE;

    LocalDate m_day = LocalDate.of(2026, 1, 31);

    @Persist(configKey = "renamed")
    int m_named = 1;

    @Persist(hidden = true)
    int m_hidden = 1;

    @Persistor(RangePersistor.class)
    int[] m_range = {1, 2};

    /** What the tests look at. */
    List<String> described() {
        return List.of("first=" + m_first, "secret=" + m_secret, "whole=" + m_whole, "long=" + m_long,
            "real=" + m_real, "flag=" + m_flag, "text=" + m_text, "nothing=" + m_nothing, "final=" + m_final,
            "fruit=" + m_fruit, "optWhole=" + m_optWhole, "optText=" + m_optText, "optFruit=" + m_optFruit,
            "noWholes=" + Arrays.toString(m_noWholes), "zeroWholes=" + Arrays.toString(m_zeroWholes),
            "texts=" + Arrays.toString(m_texts), "angle=" + m_augmentation.m_inner.m_angle,
            "layers=" + Stream.of(m_layers).map(layer -> layer.m_filters).toList(),
            "layerList=" + m_layerList.stream().map(layer -> layer.m_filters).toList(),
            "noLayers=" + Arrays.toString(m_noLayers), "map=" + m_map, "day=" + m_day, "named=" + m_named,
            "hidden=" + m_hidden, "range=" + Arrays.toString(m_range));
    }
}
