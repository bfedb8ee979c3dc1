// Models that Keras 3.15 saved, with what it computes of them; facts of other tools, kept for tests.

/** A dense layer of 3 to 2 with ReLU and one of 2 to 2: weight k of each array is ((7 k) mod 13 − 6) / 8. Deflated once more. */
export const tiny = {
  keras:
    "eNrtW81vG0UUn7Xj1JRWuFJQmqiA66qVUYjxB05CVFVGJNQohbofSBVVtJ3YE3vb9a67HyFpiSgnzI0jR44Vp4pTL4geEOqxf0LEiSP/QZmZnbF31l7HJIakyjxpM5mZ9+a9ee83My+z2cpKdGwCeHQW/Hn+199L+DfynMRPEzmwBh2YuWubxsPUPWRBW91Alq2ZRmoxmSpkcsVMLvVeMoW5kGrDDVQj7flsfm42l5vNL5Sy84uFwmJxLrVdEVTlP7v2x7dxAMjzOm6pmsa6VmeKmmbN1REZiaokCqo6tG3VgE3afAPdd5HhaFCnfVQWtz9McQa7w6AWCYtjQc2Aa3RQx3IRMdnZaiEqtKu6pZuYtWLqWnUrRN+6bkKnkE9t424L1TXbQRaq8QEMV9dxh92ApNFcu4uqjqoRV+U+yBbmc9n5+YXs3If5BSKuwy3sYdx3u8eyDOvrMfBTo+U6V0hnwL416FQbKlZMp3rbM6Sw6pt+x3RiYAtaNmlch7pNfGTBep2GlDdwhRpRqFJz1FyWyJotB6MCB4Qxh3sC9ww/syVkYItCnK5ZtnM4okt6XENzSNzy+HdYdbQN6LB1YiHdJUO7NlLXNGh3zcQmGUhXNSyKsao9wAHsY3PG199nApd10zKdLwxt3bSagSnYiMaPIdALG9xEdrfNdJ1A4+Bpkgns0+AvkWXaoqGDdTI3YQZXhxbTyuyn9vTtYVJYiU0R4gSE+nXcdyHeNh7Q0Kkd8wZ7hYznanpN9fnd83TPwtseGfhthBtrr9jeFr5EdM1A0JKLRC6SPF4kqx3usHU0ksVIndtsaTrycW/7MpWLF79e/a74c+SvLADkSZCkyKwhPfMV0uoNx840it+Xlz45eXz6OBWIx8EY5erSS0ZE3l/n/XdYqbCyzcrHEd6u0L7TrP0UGz/Id/P68jLhfhkgrmcn5pVxIOkoUnn5owopb7E6x9PziMi3gXNAUnqHUheXpT3qVUBUwG+C4Td9TMS/h18Qil9JEr9+/PJ9rB0L4s2jyoj03vj86pICIp1dvT0p6nnC6i+mRLuSUZGvzOqN2NGMHz+3gn44wXYWBcTABPYeOctJfUpRqESi48O44M8TJBbHuj6+/PHVKwpgAgE+Qv4rAVLn2x4PB/1rEpfMPDDekSOJdnceP70h16IkSZIkSZIkSZIkSZIkSZJ0UBR2Tx68n9ntnjz+llcmpEuPJIXdk/89JfLVyMtZXqq5EdyT98dva9qr/3BmOPwmzjIcy1BK/Pr2sSdnRD7+nqdzP71PvfyenOOuPM1xDfrimNtVuiDyNVi9nT6q51j/92W3Ul79DhhuH9g5J88xuQ/0nmNPkyIf+7cEkAPiOiztax9QOvtA5W1x3E1W/zEpYzSI+Pkf9Nde35eR91z8fVmEySs+BgV4G64S8Rr4ezD+nqy3fpqKnkq+A8ZoSxJMxsHkNx19cdofiXgDxhkCo8rzcyIiOW0esMdLv+Efl/A8cPkIlwCXzy4Fz7WnqcGj8P02fV5iWDzXgnjz4q8oioCr/eNr4UL/DLh9yDzi4S0s7w/mQbud989mZN4vz/vevP9x+r/N+8Py1fjsv8tX2xmZr0r89uarjZn/N18F74rjplm9PCNjNEy+GvTXXvPVcV++Gh0iXw3mD6PLJzZDdqbDla8G89TG7HB56ov3JXYPJk/dyb5KeWplRYlMRMM/FuX0iM5S+HQ0KBr8+LMreg8In4L6Bft9i9EVfPO13i8zKiuxcS9CUfALLmcWSe0fWKoj8w==",
  hdf5: "eNrtW81PHDcU9+zCMoFQgVSJjzTtdEUrDhGBQBqUtMk2gWYrRcmqSSWUqFrMrmGnGWY24xkKiVB7TG89cswxxx5za4459siRY/+E3qjHHztj78yySTYqJH4IjO3n52f7957t593fy0vfDQ9ODoKITBP0gRGQpENOizfkvKhf5anB06c8fZ4T5f20bpyXj3D5Vl5ueO+H5eUoc6hQSxEuwASaPkQqL39bidIVGQ7gVU7m2/TqyKn+guyNRoATuCy9Yb+jHK8qrk+DMofvR+BjgsqHyIe4uoV8bHsuKZ8wDNpypKWDKdlJIQFmg8or8f9NKm8N1h4it36knHxCTk7Sa5jKYfNR89x1ewNQvUBHefuFWF6+g/0eFFje6tJ+zU/kddP0YdvvrNgvCjLfuu3jgKQYEczWAQi8ZtVBWwTDsmULvE53ab/lPpZvFIT9NjjuTxM7GQcO3EF+1YWbCIOOdmIYLVtLpv0JO+xX7Luvo32Dru270JXfAV37nQHye/PGnVsG4A1UPkLzM3MXZ+bicYpt+2e4LeX3eYMnxZoDMaYzWbxsFe+iRyFyAxs6xXNWkfkhUv6kKBhwi6F6MWIJfGi7cM2JKgM/RKSoHuw0EW1EMBDSmiIdNxUpdbd0j7BWPMeu7WT0t+54MJi/UNwl1T7asHGAfFQXAtzQcaIaCgdMCh6oA/rebYbBraha6WANBrVGFTcg1fVBJOmcNf9TQv9W36QMN6GPo8J16OBokD7c2ED1RIHo0I46rDJ8zs1Gbb1mQBabzChn3iUaq2ouIZeIz5iCyMaOz1yHrh1EU32B/A9rgb0Fo+FF7X3khJHoEKPqmg1xrCZRySXewCZNCXLsx2Q1UnSeSdSnDOCm4/le8KNrr3v+pjIEjOhisFXkawC3EY7LvDBQCjsPMxrAWyp8H/kelhXt3CefJsIQOtDnvXL9qT6pNbwV6QRThARKo7SKRyEkRvyYLl21pR7V4zXRyTz/SYCnY7sI+hqgJx6gkZNeC22nXmXz2ObEd3f7lH1RnE/6k/t/4vxSyNgvBzL2V3GvHWvJj7fF81To+Who4BSvn8jmY7PD6weV+5LEzwZBBQ/x+skOfJJgcf8a0GdbTZo0adKk6aTR3dt3lgwaleDxvD45DqDGTTSlk0FOemlx0spZ+V3kqDjpnqXfOXSctP2d488zMl/yfA568M7B/EC+hbvyhOwHmjz/xxmBb0aVOZlvm+f35mX9R0oy3yLPr1x/v9ZPxJvV+YrjzcM03szi2HHA+XXjzRMJJ3FK3BvN2HcY9Ceef6EX+JT7eas7f/RsSvsj7Y9ifyTsvmSlv9u0zg09Ppfsn5X9h4pjTVnnknQ/YBZZfnqqOz/w75faD2g/0H4uKU/JfCJGSIOVPTuXxH7g4HPZD6g41pTlB9jnOMTEGfzl3MixgrxyvmjPj9Omo9ZngF0JLTBmgrFfeX0/WaGoPpdjAk2OkLxRmpYRI2j7GNx7c/F+NtuZX+Dvny80lmQq/UX+XCV4IOlvJAUkfXk1LlfrRV6TJk2aNGnS9P6cK9k5Lytu9ebnyJXp9Bvo02M2H+nvACMLsrZH3bdXLun7tr5vt9+3X8zLfL1+BxDxITWO3+v49WQC3ENifDw/CLLjVi+5HR181Z0drV7RdqTtqD1+DS6pdsQ+z/eu4td7C2J/AKk41pS1n6b7gVeLPB5zuTs/8OIb7Qe0H2jfT80rMt+7jl8/W5T9gIpjTd3eM+T4tXq+6N29Y3Va2Tk4Ha/4NbjWmV/g7/nXGkv/z/21eaLvr3/zz+k0pPsryP6+via93yb2W4H67esq3hhVetSvOB+qny+Tvxfffn8dta5xHUtgYQgsHPIHUOEHVPoPc9rrlw==",
  inputs: [
    [1, 2, 3],
    [-1, 0.5, 2],
  ],
  outputs: [
    [-1.921875, 0.59375],
    [-1.296875, 0.34375],
  ],
} as const;

export interface GoldenModel {
  readonly name: string;
  readonly input: readonly number[];
  /** Paths in `model.weights.h5`: number k of array i is ((7 k + 3 i) mod 13 − 6) / 16; variances are that without its sign, and 0.5 more. */
  readonly weights: readonly (readonly [path: string, shape: readonly number[]])[];
  /** Of two inputs: number k of both is ((11 k) mod 17 − 8) / 8; for `text` it is (5 k) mod 10. */
  readonly outputs: readonly (readonly number[])[];
  /** The configuration without what conversion does not read. */
  readonly config: string;
}

export const goldenModels: readonly GoldenModel[] = [
  {
    name: "mlp",
    input: [6],
    weights: [
      ["layers/batch_normalization/vars/0", [5]],
      ["layers/batch_normalization/vars/1", [5]],
      ["layers/batch_normalization/vars/2", [5]],
      ["layers/batch_normalization/vars/3", [5]],
      ["layers/dense/vars/0", [6, 5]],
      ["layers/dense/vars/1", [5]],
      ["layers/dense_1/vars/0", [5, 4]],
      ["layers/dense_2/vars/0", [4, 3]],
      ["layers/dense_2/vars/1", [3]],
    ],
    outputs: [
      [0.3786287, 0.2140653, 0.407306],
      [0.3789181, 0.2132959, 0.407786],
    ],
    config: `{"class_name":"Sequential","config":{"name":"sequential","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,6],"name":"input_layer"}},{"class_name":"Dense","config":{"name":"dense","units":5,"activation":"relu","use_bias":true}},{"class_name":"BatchNormalization","config":{"name":"batch_normalization","axis":-1,"epsilon":0.001,"center":true,"scale":true}},{"class_name":"Dropout","config":{"name":"dropout","rate":0.5}},{"class_name":"Dense","config":{"name":"dense_1","units":4,"activation":"tanh","use_bias":false}},{"class_name":"Dense","config":{"name":"dense_2","units":3,"activation":"softmax","use_bias":true}}],"build_input_shape":[null,6]},"compile_config":{}}`,
  },
  {
    name: "cnn",
    input: [9, 8, 2],
    weights: [
      ["layers/batch_normalization/vars/0", [4]],
      ["layers/batch_normalization/vars/1", [4]],
      ["layers/batch_normalization/vars/2", [4]],
      ["layers/batch_normalization/vars/3", [4]],
      ["layers/conv2d/vars/0", [3, 3, 2, 4]],
      ["layers/conv2d/vars/1", [4]],
      ["layers/dense/vars/0", [10, 3]],
      ["layers/dense/vars/1", [3]],
      ["layers/depthwise_conv2d/vars/0", [3, 3, 4, 2]],
      ["layers/depthwise_conv2d/vars/1", [8]],
      ["layers/separable_conv2d/vars/0", [3, 3, 8, 1]],
      ["layers/separable_conv2d/vars/1", [1, 1, 8, 5]],
      ["layers/separable_conv2d/vars/2", [5]],
    ],
    outputs: [
      [0.5124886, -0.4356212, 0.3640108],
      [0.5079018, -0.4356042, 0.3638396],
    ],
    config: `{"class_name":"Sequential","config":{"name":"sequential_1","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,9,8,2],"name":"input_layer_1"}},{"class_name":"Rescaling","config":{"name":"rescaling","scale":0.25,"offset":-0.3}},{"class_name":"Conv2D","config":{"name":"conv2d","filters":4,"kernel_size":[3,3],"strides":[2,2],"padding":"same","data_format":"channels_last","dilation_rate":[1,1],"groups":1,"activation":"linear","use_bias":true}},{"class_name":"BatchNormalization","config":{"name":"batch_normalization_1","axis":-1,"epsilon":0.001,"center":true,"scale":true}},{"class_name":"ReLU","config":{"name":"re_lu","max_value":6.0,"negative_slope":0.0,"threshold":0.0}},{"class_name":"DepthwiseConv2D","config":{"name":"depthwise_conv2d","depth_multiplier":2,"kernel_size":[3,3],"strides":[1,1],"padding":"same","data_format":"channels_last","dilation_rate":[1,1],"activation":"linear","use_bias":true}},{"class_name":"SeparableConv2D","config":{"name":"separable_conv2d","depth_multiplier":1,"filters":5,"kernel_size":[3,3],"strides":[1,1],"padding":"valid","data_format":"channels_last","dilation_rate":[1,1],"activation":"relu","use_bias":true}},{"class_name":"MaxPooling2D","config":{"name":"max_pooling2d","pool_size":[2,2],"padding":"same","strides":[2,2],"data_format":"channels_last"}},{"class_name":"Flatten","config":{"name":"flatten","data_format":"channels_last"}},{"class_name":"Dense","config":{"name":"dense_3","units":3,"activation":"linear","use_bias":true}}],"build_input_shape":[null,9,8,2]},"compile_config":{}}`,
  },
  {
    name: "branches",
    input: [8, 8, 3],
    weights: [
      ["layers/conv2d/vars/0", [3, 3, 3, 4]],
      ["layers/conv2d/vars/1", [4]],
      ["layers/conv2d_1/vars/0", [5, 5, 3, 4]],
      ["layers/conv2d_1/vars/1", [4]],
      ["layers/conv2d_transpose/vars/0", [3, 3, 3, 12]],
      ["layers/conv2d_transpose/vars/1", [3]],
      ["layers/conv2d_transpose_1/vars/0", [2, 2, 3, 3]],
      ["layers/conv2d_transpose_1/vars/1", [3]],
      ["layers/dense/vars/0", [3, 4]],
      ["layers/dense/vars/1", [4]],
      ["layers/group_normalization/vars/0", [3]],
      ["layers/group_normalization/vars/1", [3]],
    ],
    outputs: [
      [-0.3143385, 0.1317063, -0.2468594, 0.1991855],
      [-0.309398, 0.1296352, -0.2418981, 0.1971351],
    ],
    config: `{"class_name":"Functional","config":{"name":"functional_2","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,8,8,3],"name":"input_layer_2"},"name":"input_layer_2","inbound_nodes":[]},{"class_name":"ZeroPadding2D","config":{"name":"zero_padding2d","padding":[[1,2],[0,1]],"data_format":"channels_last"},"name":"zero_padding2d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,8,3],"keras_history":["input_layer_2",0,0]}}],"kwargs":{}}]},{"class_name":"Conv2D","config":{"name":"a","filters":4,"kernel_size":[3,3],"strides":[1,1],"padding":"valid","data_format":"channels_last","dilation_rate":[2,2],"groups":1,"activation":"linear","use_bias":true},"name":"a","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,11,9,3],"keras_history":["zero_padding2d",0,0]}}],"kwargs":{}}]},{"class_name":"Conv2D","config":{"name":"b","filters":4,"kernel_size":[5,5],"strides":[1,1],"padding":"valid","data_format":"channels_last","dilation_rate":[1,1],"groups":1,"activation":"gelu","use_bias":true},"name":"b","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,11,9,3],"keras_history":["zero_padding2d",0,0]}}],"kwargs":{}}]},{"class_name":"Add","config":{"name":"add"},"name":"add","inbound_nodes":[{"args":[[{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,4],"keras_history":["a",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,4],"keras_history":["b",0,0]}}]],"kwargs":{}}]},{"class_name":"Multiply","config":{"name":"multiply"},"name":"multiply","inbound_nodes":[{"args":[[{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,4],"keras_history":["a",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,4],"keras_history":["b",0,0]}}]],"kwargs":{}}]},{"class_name":"Concatenate","config":{"name":"concatenate","axis":-1},"name":"concatenate","inbound_nodes":[{"args":[[{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,4],"keras_history":["add",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,4],"keras_history":["a",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,4],"keras_history":["multiply",0,0]}}]],"kwargs":{}}]},{"class_name":"AveragePooling2D","config":{"name":"average_pooling2d","pool_size":[3,3],"padding":"same","strides":[2,2],"data_format":"channels_last"},"name":"average_pooling2d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,5,12],"keras_history":["concatenate",0,0]}}],"kwargs":{}}]},{"class_name":"UpSampling2D","config":{"name":"up_sampling2d","size":[2,2],"data_format":"channels_last","interpolation":"nearest"},"name":"up_sampling2d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,4,3,12],"keras_history":["average_pooling2d",0,0]}}],"kwargs":{}}]},{"class_name":"Cropping2D","config":{"name":"cropping2d","cropping":[[1,1],[1,1]],"data_format":"channels_last"},"name":"cropping2d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,6,12],"keras_history":["up_sampling2d",0,0]}}],"kwargs":{}}]},{"class_name":"Conv2DTranspose","config":{"name":"conv2d_transpose","filters":3,"kernel_size":[3,3],"strides":[2,2],"padding":"same","data_format":"channels_last","dilation_rate":[1,1],"activation":"linear","use_bias":true},"name":"conv2d_transpose","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,6,4,12],"keras_history":["cropping2d",0,0]}}],"kwargs":{}}]},{"class_name":"Conv2DTranspose","config":{"name":"conv2d_transpose_1","filters":3,"kernel_size":[2,2],"strides":[3,3],"padding":"valid","data_format":"channels_last","dilation_rate":[1,1],"activation":"linear","use_bias":true},"name":"conv2d_transpose_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,12,8,3],"keras_history":["conv2d_transpose",0,0]}}],"kwargs":{}}]},{"class_name":"GroupNormalization","config":{"name":"group_normalization","groups":3,"axis":-1,"epsilon":0.001,"center":true,"scale":true},"name":"group_normalization","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,36,24,3],"keras_history":["conv2d_transpose_1",0,0]}}],"kwargs":{}}]},{"class_name":"LeakyReLU","config":{"name":"leaky_re_lu","negative_slope":0.1},"name":"leaky_re_lu","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,36,24,3],"keras_history":["group_normalization",0,0]}}],"kwargs":{}}]},{"class_name":"GlobalAveragePooling2D","config":{"name":"global_average_pooling2d","data_format":"channels_last","keepdims":true},"name":"global_average_pooling2d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,36,24,3],"keras_history":["leaky_re_lu",0,0]}}],"kwargs":{}}]},{"module":"keras.src.ops.numpy","class_name":"Multiply","config":{"name":"multiply_1"},"name":"multiply_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,36,24,3],"keras_history":["leaky_re_lu",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,1,1,3],"keras_history":["global_average_pooling2d",0,0]}}],"kwargs":{}}]},{"class_name":"GlobalMaxPooling2D","config":{"name":"global_max_pooling2d","data_format":"channels_last","keepdims":false},"name":"global_max_pooling2d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,36,24,3],"keras_history":["multiply_1",0,0]}}],"kwargs":{}}]},{"class_name":"Dense","config":{"name":"dense_4","units":4,"activation":"linear","use_bias":true},"name":"dense_4","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,3],"keras_history":["global_max_pooling2d",0,0]}}],"kwargs":{}}]}],"input_layers":["input_layer_2",0,0],"output_layers":["dense_4",0,0]},"compile_config":{}}`,
  },
  {
    name: "text",
    input: [8],
    weights: [
      ["layers/bidirectional/backward_layer/cell/vars/0", [6, 16]],
      ["layers/bidirectional/backward_layer/cell/vars/1", [4, 16]],
      ["layers/bidirectional/backward_layer/cell/vars/2", [16]],
      ["layers/bidirectional/forward_layer/cell/vars/0", [6, 16]],
      ["layers/bidirectional/forward_layer/cell/vars/1", [4, 16]],
      ["layers/bidirectional/forward_layer/cell/vars/2", [16]],
      ["layers/dense/vars/0", [32, 2]],
      ["layers/dense/vars/1", [2]],
      ["layers/embedding/vars/0", [10, 6]],
      ["layers/gru/cell/vars/0", [8, 15]],
      ["layers/gru/cell/vars/1", [5, 15]],
      ["layers/gru/cell/vars/2", [2, 15]],
      ["layers/multi_head_attention/key_dense/vars/0", [8, 2, 3]],
      ["layers/multi_head_attention/key_dense/vars/1", [2, 3]],
      ["layers/multi_head_attention/output_dense/vars/0", [2, 3, 8]],
      ["layers/multi_head_attention/output_dense/vars/1", [8]],
      ["layers/multi_head_attention/query_dense/vars/0", [8, 2, 3]],
      ["layers/multi_head_attention/query_dense/vars/1", [2, 3]],
      ["layers/multi_head_attention/value_dense/vars/0", [8, 2, 3]],
      ["layers/multi_head_attention/value_dense/vars/1", [2, 3]],
      ["layers/p_re_lu/vars/0", [2]],
      ["layers/sequential/layers/dense/vars/0", [3, 4]],
      ["layers/sequential/layers/dense/vars/1", [4]],
      ["layers/sequential/layers/layer_normalization/vars/0", [4]],
      ["layers/sequential/layers/layer_normalization/vars/1", [4]],
      ["layers/time_distributed/layer/vars/0", [5, 3]],
      ["layers/time_distributed/layer/vars/1", [3]],
    ],
    outputs: [
      [0.3468215, 0.1042986],
      [0.3468215, 0.1042986],
    ],
    config: `{"class_name":"Functional","config":{"name":"functional_4","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,8],"name":"input_layer_3"},"name":"input_layer_3","inbound_nodes":[]},{"class_name":"Embedding","config":{"name":"embedding","output_dim":6,"mask_zero":false},"name":"embedding","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8],"keras_history":["input_layer_3",0,0]}}],"kwargs":{}}]},{"class_name":"Bidirectional","config":{"name":"bidirectional","merge_mode":"concat","layer":{"class_name":"LSTM","config":{"name":"forward_lstm","return_sequences":true,"go_backwards":false,"units":4,"activation":"tanh","recurrent_activation":"sigmoid","use_bias":true}},"backward_layer":{"class_name":"LSTM","config":{"name":"backward_lstm","return_sequences":true,"go_backwards":true,"units":4,"activation":"tanh","recurrent_activation":"sigmoid","use_bias":true}}},"name":"bidirectional","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,6],"keras_history":["embedding",0,0]}}],"kwargs":{}}]},{"class_name":"MultiHeadAttention","config":{"name":"multi_head_attention","num_heads":2,"key_dim":3,"value_dim":3,"use_bias":true,"use_gate":false,"attention_axes":[1]},"name":"multi_head_attention","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,8],"keras_history":["bidirectional",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,8,8],"keras_history":["bidirectional",0,0]}}],"kwargs":{}}]},{"class_name":"GRU","config":{"name":"gru","return_sequences":true,"go_backwards":false,"units":5,"activation":"tanh","recurrent_activation":"sigmoid","use_bias":true,"reset_after":true},"name":"gru","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,8],"keras_history":["multi_head_attention",0,0]}}],"kwargs":{"training":false}}]},{"class_name":"TimeDistributed","config":{"name":"time_distributed","layer":{"class_name":"Dense","config":{"name":"dense_5","units":3,"activation":"linear","use_bias":true}}},"name":"time_distributed","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,5],"keras_history":["gru",0,0]}}],"kwargs":{}}]},{"class_name":"Sequential","config":{"name":"sequential_2","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,8,3],"name":"input_layer_4"}},{"class_name":"Dense","config":{"name":"dense_6","units":4,"activation":"relu","use_bias":true}},{"class_name":"LayerNormalization","config":{"name":"layer_normalization","axis":[-1],"epsilon":0.001,"center":true,"scale":true,"rms_scaling":false}}],"build_input_shape":[null,8,3]},"compile_config":{},"name":"sequential_2","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,3],"keras_history":["time_distributed",0,0]}}],"kwargs":{}}]},{"class_name":"Flatten","config":{"name":"flatten_1","data_format":"channels_last"},"name":"flatten_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,8,4],"keras_history":["sequential_2",0,0]}}],"kwargs":{}}]},{"class_name":"Dense","config":{"name":"dense_7","units":2,"activation":"linear","use_bias":true},"name":"dense_7","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,32],"keras_history":["flatten_1",0,0]}}],"kwargs":{}}]},{"class_name":"PReLU","config":{"name":"p_re_lu"},"name":"p_re_lu","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,2],"keras_history":["dense_7",0,0]}}],"kwargs":{}}]}],"input_layers":["input_layer_3",0,0],"output_layers":["p_re_lu",0,0]},"compile_config":{}}`,
  },
  {
    name: "sequence",
    input: [7, 3],
    weights: [
      ["layers/batch_normalization/vars/0", [1]],
      ["layers/batch_normalization/vars/1", [1]],
      ["layers/batch_normalization/vars/2", [1]],
      ["layers/batch_normalization/vars/3", [1]],
      ["layers/bidirectional/backward_layer/cell/vars/0", [4, 6]],
      ["layers/bidirectional/backward_layer/cell/vars/1", [2, 6]],
      ["layers/bidirectional/backward_layer/cell/vars/2", [2, 6]],
      ["layers/bidirectional/forward_layer/cell/vars/0", [4, 6]],
      ["layers/bidirectional/forward_layer/cell/vars/1", [2, 6]],
      ["layers/bidirectional/forward_layer/cell/vars/2", [2, 6]],
      ["layers/conv1d/vars/0", [3, 3, 4]],
      ["layers/conv1d/vars/1", [4]],
      ["layers/dense/vars/0", [61, 3]],
      ["layers/dense/vars/1", [3]],
      ["layers/dense_1/vars/0", [61, 3]],
      ["layers/dense_1/vars/1", [3]],
      ["layers/gru/cell/vars/0", [4, 9]],
      ["layers/gru/cell/vars/1", [3, 9]],
      ["layers/gru/cell/vars/2", [9]],
      ["layers/lstm/cell/vars/0", [4, 16]],
      ["layers/lstm/cell/vars/1", [4, 16]],
      ["layers/lstm/cell/vars/2", [16]],
      ["layers/simple_rnn/cell/vars/0", [4, 3]],
      ["layers/simple_rnn/cell/vars/1", [3, 3]],
      ["layers/simple_rnn/cell/vars/2", [3]],
    ],
    outputs: [
      [-1.035654, -0.3989843, -0.941728],
      [-1.041181, -0.3858789, -0.933338],
    ],
    config: `{"class_name":"Functional","config":{"name":"functional_5","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,7,3],"name":"input_layer_5"},"name":"input_layer_5","inbound_nodes":[]},{"class_name":"Conv1D","config":{"name":"conv1d","filters":4,"kernel_size":[3],"strides":[1],"padding":"causal","data_format":"channels_last","dilation_rate":[1],"groups":1,"activation":"silu","use_bias":true},"name":"conv1d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,3],"keras_history":["input_layer_5",0,0]}}],"kwargs":{}}]},{"class_name":"LSTM","config":{"name":"lstm_1","return_sequences":true,"go_backwards":true,"units":4,"activation":"tanh","recurrent_activation":"sigmoid","use_bias":true},"name":"lstm_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,4],"keras_history":["conv1d",0,0]}}],"kwargs":{"training":false}}]},{"class_name":"Dot","config":{"name":"dot","axes":[2,2],"normalize":false},"name":"dot","inbound_nodes":[{"args":[[{"class_name":"__keras_tensor__","config":{"shape":[null,7,4],"keras_history":["lstm_1",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,7,4],"keras_history":["lstm_1",0,0]}}]],"kwargs":{}}]},{"class_name":"GRU","config":{"name":"gru_1","return_sequences":false,"go_backwards":false,"units":3,"activation":"tanh","recurrent_activation":"hard_sigmoid","use_bias":true,"reset_after":false},"name":"gru_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,4],"keras_history":["lstm_1",0,0]}}],"kwargs":{"training":false}}]},{"class_name":"SimpleRNN","config":{"name":"simple_rnn","return_sequences":false,"go_backwards":false,"units":3,"activation":"relu","use_bias":true},"name":"simple_rnn","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,4],"keras_history":["lstm_1",0,0]}}],"kwargs":{"training":false}}]},{"class_name":"Bidirectional","config":{"name":"bidirectional_1","merge_mode":"ave","layer":{"class_name":"GRU","config":{"name":"forward_gru_2","return_sequences":false,"go_backwards":false,"units":2,"activation":"tanh","recurrent_activation":"sigmoid","use_bias":true,"reset_after":true}},"backward_layer":{"class_name":"GRU","config":{"name":"backward_gru_2","return_sequences":false,"go_backwards":true,"units":2,"activation":"tanh","recurrent_activation":"sigmoid","use_bias":true,"reset_after":true}}},"name":"bidirectional_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,4],"keras_history":["lstm_1",0,0]}}],"kwargs":{}}]},{"class_name":"GlobalAveragePooling1D","config":{"name":"global_average_pooling1d","data_format":"channels_last","keepdims":false},"name":"global_average_pooling1d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,4],"keras_history":["lstm_1",0,0]}}],"kwargs":{}}]},{"class_name":"Flatten","config":{"name":"flatten_2","data_format":"channels_last"},"name":"flatten_2","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,7,7],"keras_history":["dot",0,0]}}],"kwargs":{}}]},{"class_name":"Concatenate","config":{"name":"concatenate_1","axis":-1},"name":"concatenate_1","inbound_nodes":[{"args":[[{"class_name":"__keras_tensor__","config":{"shape":[null,3],"keras_history":["gru_1",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,3],"keras_history":["simple_rnn",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,2],"keras_history":["bidirectional_1",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,4],"keras_history":["global_average_pooling1d",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,49],"keras_history":["flatten_2",0,0]}}]],"kwargs":{}}]},{"class_name":"RepeatVector","config":{"name":"repeat_vector","n":2},"name":"repeat_vector","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,61],"keras_history":["concatenate_1",0,0]}}],"kwargs":{}}]},{"class_name":"Permute","config":{"name":"permute","dims":[2,1]},"name":"permute","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,2,61],"keras_history":["repeat_vector",0,0]}}],"kwargs":{}}]},{"class_name":"Reshape","config":{"name":"reshape","target_shape":[-1,1]},"name":"reshape","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,61,2],"keras_history":["permute",0,0]}}],"kwargs":{}}]},{"class_name":"MaxPooling1D","config":{"name":"max_pooling1d","pool_size":[2],"padding":"valid","strides":[2],"data_format":"channels_last"},"name":"max_pooling1d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,122,1],"keras_history":["reshape",0,0]}}],"kwargs":{}}]},{"class_name":"BatchNormalization","config":{"name":"batch_normalization_2","axis":-1,"epsilon":0.001,"center":true,"scale":true},"name":"batch_normalization_2","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,61,1],"keras_history":["max_pooling1d",0,0]}}],"kwargs":{}}]},{"class_name":"Flatten","config":{"name":"flatten_3","data_format":"channels_last"},"name":"flatten_3","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,61,1],"keras_history":["batch_normalization_2",0,0]}}],"kwargs":{}}]},{"class_name":"Dense","config":{"name":"dense_8","units":3,"activation":"linear","use_bias":true},"name":"dense_8","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,61],"keras_history":["concatenate_1",0,0]}}],"kwargs":{}}]},{"class_name":"Dense","config":{"name":"dense_9","units":3,"activation":"softplus","use_bias":true},"name":"dense_9","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,61],"keras_history":["flatten_3",0,0]}}],"kwargs":{}}]},{"class_name":"Subtract","config":{"name":"subtract"},"name":"subtract","inbound_nodes":[{"args":[[{"class_name":"__keras_tensor__","config":{"shape":[null,3],"keras_history":["dense_8",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,3],"keras_history":["dense_9",0,0]}}]],"kwargs":{}}]}],"input_layers":["input_layer_5",0,0],"output_layers":["subtract",0,0]},"compile_config":{}}`,
  },
  {
    name: "shared",
    input: [5, 5, 1],
    weights: [
      ["layers/dense/vars/0", [27, 2]],
      ["layers/dense/vars/1", [2]],
      ["layers/functional/layers/conv2d/vars/0", [2, 2, 1, 3]],
      ["layers/functional/layers/conv2d/vars/1", [3]],
      ["layers/layer_normalization/vars/0", [3, 3, 3]],
      ["layers/layer_normalization/vars/1", [3, 3, 3]],
    ],
    outputs: [
      [0.5145708, 0.5562052],
      [0.4997966, 0.5918829],
    ],
    config: `{"class_name":"Functional","config":{"name":"functional_6","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,5,5,1],"name":"input_layer_7"},"name":"input_layer_7","inbound_nodes":[]},{"class_name":"Activation","config":{"name":"activation","activation":"sigmoid"},"name":"activation","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,5,5,1],"keras_history":["input_layer_7",0,0]}}],"kwargs":{}}]},{"class_name":"Functional","config":{"name":"base","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,5,5,1],"name":"input_layer_6"},"name":"input_layer_6","inbound_nodes":[]},{"class_name":"Conv2D","config":{"name":"conv2d_1","filters":3,"kernel_size":[2,2],"strides":[1,1],"padding":"valid","data_format":"channels_last","dilation_rate":[1,1],"groups":1,"activation":"elu","use_bias":true},"name":"conv2d_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,5,5,1],"keras_history":["input_layer_6",0,0]}}],"kwargs":{}}]}],"input_layers":["input_layer_6",0,0],"output_layers":["conv2d_1",0,0]},"compile_config":{},"name":"base","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,5,5,1],"keras_history":["input_layer_7",0,0]}}],"kwargs":{}},{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,5,5,1],"keras_history":["activation",0,0]}}],"kwargs":{}}]},{"class_name":"Average","config":{"name":"average"},"name":"average","inbound_nodes":[{"args":[[{"class_name":"__keras_tensor__","config":{"shape":[null,4,4,3],"keras_history":["base",0,0]}},{"class_name":"__keras_tensor__","config":{"shape":[null,4,4,3],"keras_history":["base",1,0]}}]],"kwargs":{}}]},{"module":"keras.src.ops.numpy","class_name":"Multiply","config":{"name":"multiply_2"},"name":"multiply_2","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,4,4,3],"keras_history":["average",0,0]}},2],"kwargs":{}}]},{"module":"keras.src.ops.numpy","class_name":"Add","config":{"name":"add_1"},"name":"add_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,4,4,3],"keras_history":["multiply_2",0,0]}},1],"kwargs":{}}]},{"class_name":"Softmax","config":{"name":"softmax_1","axis":-1},"name":"softmax_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,4,4,3],"keras_history":["add_1",0,0]}}],"kwargs":{}}]},{"class_name":"Resizing","config":{"name":"resizing","data_format":"channels_last","height":6,"width":3,"interpolation":"bilinear","crop_to_aspect_ratio":false,"pad_to_aspect_ratio":false,"fill_mode":"constant","fill_value":0.0,"antialias":false},"name":"resizing","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,4,4,3],"keras_history":["softmax_1",0,0]}}],"kwargs":{"training":true}}]},{"class_name":"Resizing","config":{"name":"resizing_1","data_format":"channels_last","height":3,"width":3,"interpolation":"nearest","crop_to_aspect_ratio":false,"pad_to_aspect_ratio":false,"fill_mode":"constant","fill_value":0.0,"antialias":false},"name":"resizing_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,6,3,3],"keras_history":["resizing",0,0]}}],"kwargs":{"training":true}}]},{"class_name":"SpatialDropout2D","config":{"rate":0.2,"name":"spatial_dropout2d","data_format":"channels_last"},"name":"spatial_dropout2d","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,3,3,3],"keras_history":["resizing_1",0,0]}}],"kwargs":{"training":false}}]},{"class_name":"LayerNormalization","config":{"name":"layer_normalization_1","axis":[1,2,3],"epsilon":0.001,"center":true,"scale":true,"rms_scaling":false},"name":"layer_normalization_1","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,3,3,3],"keras_history":["spatial_dropout2d",0,0]}}],"kwargs":{}}]},{"class_name":"Flatten","config":{"name":"flatten_4","data_format":"channels_last"},"name":"flatten_4","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,3,3,3],"keras_history":["layer_normalization_1",0,0]}}],"kwargs":{}}]},{"class_name":"Dense","config":{"name":"dense_10","units":2,"activation":"sigmoid","use_bias":true},"name":"dense_10","inbound_nodes":[{"args":[{"class_name":"__keras_tensor__","config":{"shape":[null,27],"keras_history":["flatten_4",0,0]}}],"kwargs":{}}]}],"input_layers":["input_layer_7",0,0],"output_layers":["dense_10",0,0]},"compile_config":{}}`,
  },
  {
    name: "tabular",
    input: [4],
    weights: [
      ["layers/dense/vars/0", [4, 3]],
      ["layers/dense/vars/1", [3]],
      ["layers/dense_1/vars/0", [3, 2]],
      ["layers/dense_1/vars/1", [2]],
      ["layers/normalization/vars/0", [4]],
      ["layers/normalization/vars/1", [4]],
      ["layers/normalization/vars/2", []],
    ],
    outputs: [
      [0.1643369, -0.2789289],
      [0.1541515, -0.2551435],
    ],
    config: `{"class_name":"Sequential","config":{"name":"sequential_3","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,4],"name":"input_layer_8"}},{"class_name":"Normalization","config":{"name":"normalization","axis":[-1],"invert":false}},{"class_name":"Dense","config":{"name":"dense_11","units":3,"activation":"hard_sigmoid","use_bias":true}},{"class_name":"Dense","config":{"name":"dense_12","units":2,"activation":"hard_silu","use_bias":true}}],"build_input_shape":[null,4]},"compile_config":{}}`,
  },
  {
    name: "conv3d",
    input: [4, 5, 5, 2],
    weights: [
      ["layers/conv3d/vars/0", [2, 2, 2, 2, 3]],
      ["layers/conv3d/vars/1", [3]],
      ["layers/dense/vars/0", [24, 2]],
      ["layers/dense/vars/1", [2]],
    ],
    outputs: [
      [0.3950195, -1.028809],
      [0.08251953, -0.4604492],
    ],
    config: `{"class_name":"Sequential","config":{"name":"sequential_4","layers":[{"class_name":"InputLayer","config":{"batch_shape":[null,4,5,5,2],"name":"input_layer_9"}},{"class_name":"Conv3D","config":{"name":"conv3d","filters":3,"kernel_size":[2,2,2],"strides":[1,1,1],"padding":"same","data_format":"channels_last","dilation_rate":[1,1,1],"groups":1,"activation":"linear","use_bias":true}},{"class_name":"MaxPooling3D","config":{"name":"max_pooling3d","pool_size":[2,2,2],"padding":"valid","strides":[2,2,2],"data_format":"channels_last"}},{"class_name":"Flatten","config":{"name":"flatten_5","data_format":"channels_last"}},{"class_name":"Dense","config":{"name":"dense_13","units":2,"activation":"linear","use_bias":true}}],"build_input_shape":[null,4,5,5,2]},"compile_config":{}}`,
  },
];
