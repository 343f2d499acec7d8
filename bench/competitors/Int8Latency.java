// SPDX-License-Identifier: Apache-2.0

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

/** Milliseconds of a batch of 64 by ONNX Runtime in one thread, in turns: a network, and the same in 8 bits. */
public final class Int8Latency {

    private static final int RUNS = 15;

    private static final int BATCH = 64;

    private Int8Latency() {
    }

    /** @param files the network, and the same by onnx_int8.py */
    public static void main(final String... files) throws Exception {
        final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        final double[][] times = new double[files.length][RUNS];
        final OrtSession[] sessions = new OrtSession[files.length];
        for (int k = 0; k < files.length; k++) {
            sessions[k] = environment.createSession(files[k], options);
        }
        final long[] shape =
            ((TensorInfo)sessions[0].getInputInfo().values().iterator().next().getInfo()).getShape().clone();
        shape[0] = BATCH;
        final float[] pixels = new float[(int)Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 255 / 255f;
        }
        try (OnnxTensor images = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), shape)) {
            for (int run = -3; run < RUNS; run++) {
                for (int k = 0; k < files.length; k++) {
                    final double milliseconds = milliseconds(sessions[k], images);
                    if (run >= 0) {
                        times[k][run] = milliseconds;
                    }
                }
            }
        }
        for (int k = 0; k < files.length; k++) {
            Arrays.sort(times[k]);
            System.out.printf(Locale.ROOT, "%s: median %.2f ms, %.2f to %.2f%n", files[k], times[k][RUNS / 2],
                times[k][0], times[k][RUNS - 1]);
        }
    }

    private static double milliseconds(final OrtSession session, final OnnxTensor images) throws OrtException {
        final long start = System.nanoTime();
        session.run(Map.of(session.getInputNames().iterator().next(), images)).close();
        return (System.nanoTime() - start) / 1e6;
    }
}
