// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;

/**
 * Any network computed by plain loops in double precision, written without a look at the engine's own: what the engine
 * must agree with. Dropout does nothing here.
 */
public final class PlainGraph {

    private final NetworkSpec m_spec;

    private final boolean m_training;

    public PlainGraph(final NetworkSpec spec, final boolean training) {
        m_spec = spec;
        m_training = training;
    }

    /** Scores (image, class). */
    public double[][] scores(final double[] weights, final float[] pixels, final int images) {
        return outputs(weights, doubles(pixels), images).get(last());
    }

    /** What a node reads of another one's output. */
    @FunctionalInterface
    public interface Reading {

        double of(Node reader, String node, double value);
    }

    /** The outputs of all nodes, and the images as that of the input: (image, value). */
    public Map<String, double[][]> outputs(final double[] weights, final double[] pixels, final int images) {
        return outputs(weights, pixels, images, (reader, node, value) -> value);
    }

    /** The same if nodes do not read exactly what others give. */
    public Map<String, double[][]> outputs(final double[] weights, final double[] pixels, final int images,
        final Reading reading) {
        final Map<String, double[][]> values = new HashMap<>();
        final Map<String, ImageShape> shapes = new HashMap<>(Map.of(Node.INPUT, m_spec.input()));
        final double[][] input = new double[images][m_spec.input().size()];
        for (int i = 0; i < images * m_spec.input().size(); i++) {
            input[i / m_spec.input().size()][i % m_spec.input().size()] = pixels[i];
        }
        values.put(Node.INPUT, input);
        for (final Node node : m_spec.nodes()) {
            final List<ImageShape> inputs = node.inputs().stream().map(shapes::get).toList();
            final List<double[]> tensors = new ArrayList<>();
            for (final Tensor tensor : m_spec.tensors()) {
                if (tensor.node().equals(node.name())) {
                    tensors.add(Arrays.copyOfRange(weights, tensor.offset(),
                        tensor.offset() + tensor.length()));
                }
            }
            final List<double[][]> ins = node.inputs().stream().map(name -> Arrays.stream(values.get(name))
                .map(row -> Arrays.stream(row).map(value -> reading.of(node, name, value)).toArray())
                .toArray(double[][]::new)).toList();
            values.put(node.name(),
                apply(node.layer(), ins, inputs, node.layer().output(inputs), tensors));
            shapes.put(node.name(), node.layer().output(inputs));
        }
        return values;
    }

    /** Sum over images of - sum_k rows_k ln p_k. */
    double loss(final double[] weights, final float[] pixels, final float[] rows, final int images) {
        return loss(weights, doubles(pixels), rows, images);
    }

    /** The same for pixels of double precision. */
    public double loss(final double[] weights, final double[] pixels, final float[] rows, final int images) {
        double loss = 0;
        final double[][] scores = outputs(weights, pixels, images).get(last());
        for (int image = 0; image < images; image++) {
            double sum = 0;
            for (final double score : scores[image]) {
                sum += Math.exp(score);
            }
            for (int k = 0; k < scores[image].length; k++) {
                loss += rows[image * scores[image].length + k] * (Math.log(sum) - scores[image][k]);
            }
        }
        return loss;
    }

    /** The same values in double precision. */
    public static double[] doubles(final float[] values) {
        final double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private String last() {
        return m_spec.nodes().get(m_spec.nodes().size() - 1).name();
    }

    private double[][] apply(final Layer layer, final List<double[][]> ins, final List<ImageShape> shapes,
        final ImageShape out, final List<double[]> tensors) {
        final ImageShape in = shapes.get(0);
        if (layer instanceof BatchNormalization norm) {
            return normalise(norm, ins.get(0), in, tensors);
        }
        final double[][] results = new double[ins.get(0).length][];
        for (int image = 0; image < results.length; image++) {
            final double[] x = ins.get(0)[image];
            if (layer instanceof Convolution c) {
                results[image] = convolve(x, in, out, c.kernel(), c.stride(), c.padding(), tensors, false,
                    c.activation());
            } else if (layer instanceof DepthwiseConvolution c) {
                results[image] = convolve(x, in, out, c.kernel(), c.stride(), c.padding(), tensors, true,
                    c.activation());
            } else if (layer instanceof Dense dense) {
                results[image] = convolve(x, new ImageShape(in.size(), 1, 1), out, 1, 1, 0, tensors, false,
                    dense.activation());
            } else if (layer instanceof Pooling pooling) {
                results[image] = pool(pooling, x, in, out);
            } else if (layer instanceof Addition addition) {
                results[image] = new double[out.size()];
                for (int i = 0; i < out.size(); i++) {
                    for (final double[][] summand : ins) {
                        results[image][i] += summand[image][i];
                    }
                    results[image][i] = activate(addition.activation(), results[image][i]);
                }
            } else if (layer instanceof GlobalAveragePooling) {
                results[image] = new double[in.channels()];
                for (int i = 0; i < in.size(); i++) {
                    final int plane = in.height() * in.width();
                    results[image][i / plane] += x[i] / plane;
                }
            } else if (layer instanceof SpatialPyramidPooling pyramid) {
                results[image] = pyramid(pyramid, x, in, out);
            } else if (layer instanceof Padding padding) {
                results[image] = new double[out.size()];
                for (int i = 0; i < in.size(); i++) {
                    final int row = i / in.width() % in.height() + padding.top();
                    final int channel = i / in.width() / in.height();
                    results[image][(channel * out.height() + row) * out.width() + i % in.width() + padding.left()] =
                        x[i];
                }
            } else if (layer instanceof Dropping) {
                results[image] = x;
            } else {
                results[image] = gate(layer, image, ins, shapes, out);
            }
        }
        return results;
    }

    private static double[] gate(final Layer layer, final int image, final List<double[][]> ins,
        final List<ImageShape> shapes, final ImageShape out) {
        final double[] x = ins.get(0)[image];
        final ImageShape in = shapes.get(0);
        final int plane = in.height() * in.width();
        final double[] result = new double[out.size()];
        if (layer instanceof Average) {
            for (int i = 0; i < result.length; i++) {
                for (final double[][] other : ins) {
                    result[i] += other[image][i] / ins.size();
                }
            }
        } else if (layer instanceof Concatenation) {
            int at = 0;
            for (final double[][] other : ins) {
                for (final double value : other[image]) {
                    result[at++] = value;
                }
            }
        } else if (layer instanceof Multiplication) {
            final double[] gate = ins.get(1)[image];
            for (int i = 0; i < result.length; i++) {
                final int channel = shapes.get(1).channels() == 1 ? 0 : i / plane;
                final int pixel = shapes.get(1).height() * shapes.get(1).width() == 1 ? 0 : i % plane;
                result[i] = x[i] * gate[channel * shapes.get(1).height() * shapes.get(1).width() + pixel];
            }
        } else if (layer instanceof AverageAndMaximum) {
            Arrays.fill(result, Double.NEGATIVE_INFINITY);
            for (int channel = 0; channel < in.channels(); channel++) {
                result[2 * channel] = 0;
                for (int i = channel * plane; i < (channel + 1) * plane; i++) {
                    result[2 * channel] += x[i] / plane;
                    result[2 * channel + 1] = Math.max(result[2 * channel + 1], x[i]);
                }
            }
        } else {
            for (int pixel = 0; pixel < plane; pixel++) {
                result[plane + pixel] = Double.NEGATIVE_INFINITY;
                for (int channel = 0; channel < in.channels(); channel++) {
                    result[pixel] += x[channel * plane + pixel] / in.channels();
                    result[plane + pixel] = Math.max(result[plane + pixel], x[channel * plane + pixel]);
                }
            }
        }
        return result;
    }

    private double[][] normalise(final BatchNormalization layer, final double[][] x, final ImageShape shape,
        final List<double[]> tensors) {
        final double[][] result = new double[x.length][shape.size()];
        final int plane = shape.height() * shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            double mean = tensors.get(2)[channel];
            double variance = tensors.get(3)[channel];
            if (m_training) {
                double sum = 0;
                double squares = 0;
                for (final double[] image : x) {
                    for (int i = channel * plane; i < (channel + 1) * plane; i++) {
                        sum += image[i];
                        squares += image[i] * image[i];
                    }
                }
                mean = sum / plane / x.length;
                variance = squares / plane / x.length - mean * mean;
            }
            for (int image = 0; image < x.length; image++) {
                for (int i = channel * plane; i < (channel + 1) * plane; i++) {
                    final double hat = (x[image][i] - mean) / Math.sqrt(variance + layer.epsilon());
                    result[image][i] =
                        activate(layer.activation(), hat * tensors.get(0)[channel] + tensors.get(1)[channel]);
                }
            }
        }
        return result;
    }

    private static double[] convolve(final double[] x, final ImageShape in, final ImageShape out, final int kernel,
        final int stride, final int padding, final List<double[]> tensors, final boolean depthwise,
        final Activation activation) {
        final double[] result = new double[out.size()];
        final int depth = depthwise ? 1 : in.channels();
        for (int at = 0; at < result.length; at++) {
            final int filter = at / out.width() / out.height();
            double sum = tensors.size() > 1 ? tensors.get(1)[filter] : 0;
            for (int k = 0; k < depth * kernel * kernel; k++) {
                final int row = at / out.width() % out.height() * stride - padding + k / kernel % kernel;
                final int column = at % out.width() * stride - padding + k % kernel;
                final int channel = depthwise ? filter : k / kernel / kernel;
                if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                    sum += tensors.get(0)[filter * depth * kernel * kernel + k]
                        * x[(channel * in.height() + row) * in.width() + column];
                }
            }
            result[at] = activate(activation, sum);
        }
        return result;
    }

    private static double[] pool(final Pooling layer, final double[] x, final ImageShape in, final ImageShape out) {
        final double[] result = new double[out.size()];
        final boolean mean = layer.kind() == Pooling.Kind.MEAN;
        for (int at = 0; at < result.length; at++) {
            double value = mean ? 0 : Double.NEGATIVE_INFINITY;
            for (int k = 0; k < layer.kernel() * layer.kernel(); k++) {
                final int row = at / out.width() % out.height() * layer.stride() - layer.padding() + k / layer.kernel();
                final int column = at % out.width() * layer.stride() - layer.padding() + k % layer.kernel();
                if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                    final int channel = at / out.width() / out.height();
                    final double pixel = x[(channel * in.height() + row) * in.width() + column];
                    value = mean ? value + pixel / layer.kernel() / layer.kernel() : Math.max(value, pixel);
                }
            }
            result[at] = value;
        }
        return result;
    }

    private static double[] pyramid(final SpatialPyramidPooling layer, final double[] x, final ImageShape in,
        final ImageShape out) {
        final double[] result = new double[out.size()];
        int at = 0;
        for (int channel = 0; channel < in.channels(); channel++) {
            for (final int level : layer.levels()) {
                for (int bin = 0; bin < level * level; bin++) {
                    double largest = Double.NEGATIVE_INFINITY;
                    for (int i = 0; i < in.height() * in.width(); i++) {
                        if (covers(bin / level, level, i / in.width(), in.height())
                            && covers(bin % level, level, i % in.width(), in.width())) {
                            largest = Math.max(largest, x[channel * in.height() * in.width() + i]);
                        }
                    }
                    result[at++] = largest;
                }
            }
        }
        return result;
    }

    private static boolean covers(final int bin, final int bins, final int position, final int length) {
        return position >= Math.floor((double)bin * length / bins)
            && position < Math.ceil((bin + 1.0) * length / bins);
    }

    private static double activate(final Activation activation, final double x) {
        return switch (activation) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case RELU6 -> Math.min(6, Math.max(0, x));
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SWISH -> x / (1 + Math.exp(-x));
            case HARD_SWISH -> x * Math.min(6, Math.max(0, x + 3)) / 6;
        };
    }
}
