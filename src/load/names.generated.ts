// Made by `npm run generate` from scripts/models/names.json.
// Of these versions: {"accelerate":"1.15.0","arch":"8.0.0","astropy":"8.0.2","bayes_opt":"3.4.0","catboost":"1.0.6, 1.2.10","category_encoders":"2.11.2","coreforecast":"0.0.20","deap":"1.4","econml":"0.17.0","faiss":"1.15.1","feature_engine":"1.9.4","flax":"0.12.8","formulaic":"1.2.2","gensim":"4.4.0","gpytorch":"1.15.2","gymnasium":"1.4.0","hdbscan":"?","imblearn":"0.14.2","imodels":"?","implicit":"0.7.3","interpret":"0.7.8","kmodes":"0.12.2","lifelines":"0.30.3","lightgbm":"3.3.5, 4.1.0, 4.7.0","lightning_fabric":"2.6.6","lightning_utilities":"0.15.3","lime":"?","linear_operator":"0.6.1","mlxtend":"0.25.0","networkx":"3.6.1","ngboost":"0.6.0","nltk":"3.10.4","numpy":"1.18.5, 1.23.5, 1.26.4, 2.4.6, 2.5.5","optax":"0.2.8","optuna":"5.0.0","pandas":"1.0.5, 1.3.5, 2.1.4, 2.3.3, 3.1.1","pint":"0.25.3","pmdarima":"2.1.1","polars":"2.1.0","prophet":"1.5.0","pygam":"0.12.0","pynndescent":"0.7.0","pyod":"3.6.7","python":"3.11.7, 3.13.0, 3.8.18","pytorch_lightning":"2.6.6","pytorch_tabnet":"?","pytz":"2026.6","river":"0.26.1","scipy":"1.11.4, 1.16.3, 1.17.1, 1.18.1, 1.4.1, 1.8.1","sentence_transformers":"6.2.0","shap":"0.51.0","skbase":"1.1.1","sklearn":"0.22.2.post1, 0.24.2, 1.3.2, 1.9.1","skopt":"0.10.2","sksurv":"0.28.0","sktime":"1.2.0","slicer":"?","spacy":"3.8.18","stable_baselines3":"2.9.2","statsforecast":"2.1.1","statsmodels":"0.13.5, 0.14.1, 0.15.0","surprise":"1.1.5","thinc":"8.3.14","timm":"1.0.31","torch":"1.8.1+cu102, 2.15.0+cu132","torch_geometric":"2.8.1","torchmetrics":"1.9.0","torchvision":"0.29.2+cu132","transformers":"5.24.0","tslearn":"0.10.0","umap":"0.5.12","xarray":"2026.9.0","xgboost":"1.5.2, 2.0.3, 3.2.0, 3.4.1"}
import type { KnownNames, NameRule } from "./names.ts";

export const nameRules: readonly NameRule[] = [{...{"rule":"made","means":"made by NEWOBJ without arguments or by copyreg._reconstructor and filled by BUILD; never called, and never an argument or a value elsewhere","why":"loading is clean, the constructor is not: it reads files, starts processes or imports"},names:`accelerate.state	AcceleratorState GradientState PartialState ThreadLocalSharedDict
astropy.coordinates.angles.formats	_AngleParser
astropy.modeling.core	_ModelMeta
astropy.stats.histogram	_KnuthF
astropy.table.pandas	HTMLWithBackup
astropy.time.core	Time
astropy.time.formats	TimeBesselianEpoch TimeBesselianEpochString TimeCxcSec TimeDecimalYear TimeEpochDate TimeEpochDateString TimeFromEpoch TimeGPS TimeGalexSec TimeJulianEpoch TimeJulianEpochString TimeStardate TimeUnix TimeUnixTai
category_encoders.hashing	HashingEncoder
cmdstanpy.cmdstan_args	CmdStanArgs
cmdstanpy.model	CmdStanModel
cmdstanpy.stanfit.mle	CmdStanMLE
cmdstanpy.stanfit.runset	RunSet
flax.linen.linear	Conv ConvLocal _Conv
flax.nnx.nn.attention	MultiHeadAttention
gensim.models._fasttext_bin	Model
gensim.models.atmodel	AuthorTopicModel AuthorTopicState
gensim.models.basemodel	BaseTopicModel
gensim.models.bm25model	AtireBM25Model BM25ABC LuceneBM25Model OkapiBM25Model
gensim.models.doc2vec	Doc2Vec Doc2VecTrainables Doc2VecVocab Doctag TaggedDocument
gensim.models.ensemblelda	CBDBSCAN Cluster EnsembleLda Topic
gensim.models.fasttext	FastText FastTextKeyedVectors FastTextTrainables FastTextVocab
gensim.models.hdpmodel	HdpTopicFormatter SuffStats
gensim.models.keyedvectors	CompatVocab KeyedVectors
gensim.models.ldamodel	LdaModel LdaState
gensim.models.ldamulticore	LdaMulticore
gensim.models.ldaseqmodel	LdaPost LdaSeqModel sslm
gensim.models.logentropy_model	LogEntropyModel
gensim.models.lsimodel	LsiModel Projection
gensim.models.nmf	Nmf
gensim.models.normmodel	NormModel
gensim.models.phrases	FrozenPhrases Phrases _PhrasesTransformation
gensim.models.poincare	LexicalEntailmentEvaluation LinkPredictionEvaluation NegativesBuffer PoincareBatch PoincareKeyedVectors PoincareModel ReconstructionEvaluation
gensim.models.rpmodel	RpModel
gensim.models.tfidfmodel	TfidfModel
gensim.models.translation_matrix	BackMappingTranslationMatrix Space TranslationMatrix
gensim.models.word2vec	Heapitem Word2Vec Word2VecTrainables Word2VecVocab
gpytorch.kernels.multi_device_kernel	MultiDeviceKernel
gpytorch.models.exact_gp	ExactGP
gpytorch.models.exact_prediction_strategies	DefaultPredictionStrategy InterpolatedPredictionStrategy LinearPredictionStrategy SGPRPredictionStrategy
gpytorch.variational._variational_strategy	_BaseExactGP _VariationalStrategy
gpytorch.variational.additive_grid_interpolation_variational_strategy	AdditiveGridInterpolationVariationalStrategy
gpytorch.variational.batch_decoupled_variational_strategy	BatchDecoupledVariationalStrategy
gpytorch.variational.ciq_variational_strategy	CiqVariationalStrategy
gpytorch.variational.grid_interpolation_variational_strategy	GridInterpolationVariationalStrategy
gpytorch.variational.large_batch_variational_strategy	LargeBatchVariationalStrategy
gpytorch.variational.nearest_neighbor_variational_strategy	NNVariationalStrategy
gpytorch.variational.orthogonally_decoupled_variational_strategy	OrthogonallyDecoupledVariationalStrategy
gpytorch.variational.unwhitened_variational_strategy	UnwhitenedVariationalStrategy
gpytorch.variational.variational_strategy	VariationalStrategy
hdbscan.branch_data	BranchDetectionData
hdbscan.prediction	PredictionData
imodels.discretization.mdlp	MDLPDiscretizer
imodels.tree.optimal_tree.solver	CompiledOptimizer
interpret.blackbox._shap	ShapKernel
interpret.greybox._shaptree	ShapTree
joblib.memory	Memory
lightgbm.basic	Booster
lightgbm.callback	_EarlyStoppingCallback _LogEvaluationCallback
networkx.algorithms.isomorphism.isomorphvf2	DiGraphMatcher GraphMatcher
networkx.algorithms.isomorphism.temporalisomorphvf2	TimeRespectingDiGraphMatcher TimeRespectingGraphMatcher
networkx.algorithms.isomorphism.vf2userfunc	DiGraphMatcher GraphMatcher MultiDiGraphMatcher MultiGraphMatcher
nltk.chunk.named_entity	Maxent_NE_Chunker
nltk.parse.bllip	BllipParser
nltk.parse.util	TestGrammar
nltk.stem.rslp	RSLPStemmer
nltk.stem.snowball	SnowballStemmer
nltk.tag.perceptron	PerceptronTagger
nltk.tokenize.punkt	PunktTokenizer
nltk.tokenize.repp	ReppTokenizer
numpy.ma.core	_extrema_operation
optuna.study.study	Study
pandas.core.indexes.interval	SetopCheck
pint.facets.context.registry	ContextRegistry GenericContextRegistry
pint.facets.dask	DaskRegistry GenericDaskRegistry
pint.facets.group.registry	GenericGroupRegistry GroupRegistry
pint.facets.measurement.registry	GenericMeasurementRegistry MeasurementRegistry
pint.facets.nonmultiplicative.registry	GenericNonMultiplicativeRegistry NonMultiplicativeRegistry
pint.facets.numpy.registry	GenericNumpyRegistry NumpyRegistry
pint.facets.plain.registry	GenericPlainRegistry PlainRegistry
pint.facets.system.registry	GenericSystemRegistry SystemRegistry
pint.registry	GenericUnitRegistry UnitRegistry
pmdarima.arima._auto_solvers	_StepwiseFitWrapper
prophet.models	CmdStanPyBackend IStanBackend
pygam.terms	LinearTerm SplineTerm Term
pynndescent.pynndescent_	NNDescent
pytorch_tabnet.abstract_model	TabModel
pytorch_tabnet.multitask	TabNetMultiTaskClassifier
pytorch_tabnet.pretraining	TabNetPretrainer
pytorch_tabnet.tab_model	TabNetClassifier TabNetRegressor
river.tree.hoeffding_tree_classifier	HoeffdingTreeClassifier
scipy.interpolate._ndgriddata	NearestNDInterpolator
scipy.interpolate._rbfinterp	RBFInterpolator
scipy.interpolate.fitpack2	InterpolatedUnivariateSpline LSQUnivariateSpline UnivariateSpline
scipy.interpolate.ndgriddata	NearestNDInterpolator
scipy.optimize._constraints	PreparedConstraint
scipy.stats._qmc	Halton LatinHypercube PoissonDisk QMCEngine Sobol
scipy.stats._sampling	FastGeneratorInversion
sentence_transformers.base.losses.gradcache	RandContext
sentence_transformers.base.model	BaseModel
sentence_transformers.base.modules.transformer	Transformer
sentence_transformers.cross_encoder.fit_mixin	EvaluatorCallback
sentence_transformers.cross_encoder.model	CrossEncoder
sentence_transformers.sentence_transformer.fit_mixin	EvaluatorCallback
sentence_transformers.sentence_transformer.losses.angle	AnglELoss
sentence_transformers.sentence_transformer.losses.denoising_auto_encoder	DenoisingAutoEncoderLoss
sentence_transformers.sentence_transformer.model	SentenceTransformer
sentence_transformers.sentence_transformer.modules.clip_model	CLIPModel
sentence_transformers.sentence_transformer.modules.static_embedding	StaticEmbedding
sentence_transformers.util.distributed	_DistributedInference
shap.explainers._additive	AdditiveExplainer
shap.explainers._coalition	CoalitionExplainer
shap.explainers._exact	ExactExplainer
shap.explainers._explainer	Explainer
shap.explainers._gpu_tree	GPUTreeExplainer
shap.explainers._gradient	GradientExplainer _PyTorchGradient _TFGradient
shap.explainers._kernel	KernelExplainer
shap.explainers._linear	LinearExplainer
shap.explainers._partition	PartitionExplainer
shap.explainers._permutation	PermutationExplainer
shap.explainers._sampling	SamplingExplainer
shap.explainers._tree	CatBoostTreeModelLoader TreeEnsemble TreeExplainer
shap.explainers.other._coefficient	Coefficient
shap.explainers.other._lime	LimeTabular
shap.explainers.other._maple	MAPLE Maple TreeMaple
shap.explainers.other._random	Random
shap.explainers.other._treegain	TreeGain
skopt.callbacks	CheckpointSaver
sktime.classification.dictionary_based._weasel	WEASEL
sktime.classification.kernel_based._svc	TimeSeriesSVC
sktime.forecasting.arima._pmdarima	ARIMA AutoARIMA
sktime.forecasting.chronos	ChronosForecaster
sktime.forecasting.naive._naive	NaiveForecaster
sktime.forecasting.trend._polynomial_trend_forecaster	PolynomialTrendForecaster
sktime.transformations.dictionary_based._sfa_fast	SFAFast
stable_baselines3.a2c.a2c	A2C
stable_baselines3.common.base_class	BaseAlgorithm
stable_baselines3.common.buffers	DictReplayBuffer NStepReplayBuffer ReplayBuffer
stable_baselines3.common.off_policy_algorithm	OffPolicyAlgorithm
stable_baselines3.common.on_policy_algorithm	OnPolicyAlgorithm
stable_baselines3.ddpg.ddpg	DDPG
stable_baselines3.dqn.dqn	DQN
stable_baselines3.her.her_replay_buffer	HerReplayBuffer
stable_baselines3.ppo.ppo	PPO
stable_baselines3.sac.sac	SAC
stable_baselines3.td3.td3	TD3
statsmodels.gam.smooth_basis	UnivariateCubicCyclicSplines
statsmodels.multivariate.pca	PCA
statsmodels.nonparametric.kernel_density	KDEMultivariate KDEMultivariateConditional
statsmodels.nonparametric.kernel_regression	KernelCensoredReg KernelReg TestRegCoefC TestRegCoefD
statsmodels.robust.scale	Huber
statsmodels.treatment.treatment_effects	_AIPWGMM _AIPWWLSGMM _IPWGMM _IPWRAGMM _RAGMM _TEGMM _TEGMMGeneric1
statsmodels.tsa.stattools	ZivotAndrewsUnitRoot
statsmodels.tsa.stattools._leybourne	LeybourneMcCabeStationarity
statsmodels.tsa.stattools._stattools	ZivotAndrewsUnitRoot
thinc.shims.pytorch	PyTorchShim
thinc.shims.torchscript	TorchScriptShim
timm.models._features_fx	FeatureGraphNet GraphExtractNet
timm.models.efficientformer	EfficientFormer EfficientFormerStage
torch.distributions.transforms	CorrCholeskyTransform StickBreakingTransform
torch_geometric.data.batch	DynamicInheritance
torch_geometric.nn.aggr.fused	FusedAggregation
torch_geometric.nn.aggr.multi	MultiAggregation
torch_geometric.nn.aggr.scaler	DegreeScalerAggregation
torch_geometric.nn.models.dimenet	DimeNet DimeNetPlusPlus SphericalBasisLayer
torch_geometric.nn.models.schnet	SchNet
torch_geometric.nn.models.sgformer	SGFormer
torch_geometric.nn.norm.batch_norm	HeteroBatchNorm
torch_geometric.transforms.local_degree_profile	LocalDegreeProfile
transformers.models.albert.modeling_albert	AlbertAttention AlbertEmbeddings AlbertForMaskedLM AlbertForMultipleChoice AlbertForPreTraining AlbertForQuestionAnswering AlbertForSequenceClassification AlbertForTokenClassification AlbertLayer AlbertLayerGroup AlbertMLMHead AlbertModel AlbertPreTrainedModel AlbertSOPHead AlbertTransformer
transformers.models.bart.modeling_bart	BartAttention BartClassificationHead BartDecoder BartDecoderLayer BartDecoderWrapper BartEncoder BartEncoderLayer BartForCausalLM BartForConditionalGeneration BartForQuestionAnswering BartForSequenceClassification BartLearnedPositionalEmbedding BartModel BartPreTrainedModel BartPretrainedModel BartScaledWordEmbedding PretrainedBartModel
transformers.models.bert.modeling_bert	BertAttention BertCrossAttention BertEmbeddings BertEncoder BertForMaskedLM BertForMultipleChoice BertForNextSentencePrediction BertForPreTraining BertForQuestionAnswering BertForSequenceClassification BertForTokenClassification BertIntermediate BertLMHeadModel BertLMPredictionHead BertLayer BertModel BertOnlyMLMHead BertOnlyNSPHead BertPooler BertPreTrainedModel BertPreTrainingHeads BertPredictionHeadTransform BertSelfAttention
transformers.models.bloom.modeling_bloom	BloomAttention BloomBlock BloomGelu BloomMLP BloomModel
transformers.models.camembert.modeling_camembert	CamembertAttention CamembertEmbeddings CamembertEncoder CamembertIntermediate CamembertLayer CamembertModel CamembertPooler CamembertSelfAttention
transformers.models.clip.modeling_clip	CLIPAttention CLIPEncoder CLIPEncoderLayer CLIPForImageClassification CLIPMLP CLIPModel CLIPPreTrainedModel CLIPTextEmbeddings CLIPTextModel CLIPTextModelWithProjection CLIPVisionEmbeddings CLIPVisionModel CLIPVisionModelWithProjection
transformers.models.deberta.modeling_deberta	DebertaAttention DebertaEmbeddings DebertaEncoder DebertaIntermediate DebertaLayer DebertaLayerNorm DebertaModel DisentangledSelfAttention
transformers.models.deberta_v2.modeling_deberta_v2	ContextPooler ConvLayer DebertaV2Attention DebertaV2Embeddings DebertaV2Encoder DebertaV2ForMaskedLM DebertaV2ForMultipleChoice DebertaV2ForQuestionAnswering DebertaV2ForSequenceClassification DebertaV2ForTokenClassification DebertaV2Intermediate DebertaV2LMPredictionHead DebertaV2Layer DebertaV2Model DebertaV2OnlyMLMHead DebertaV2PreTrainedModel DisentangledSelfAttention LegacyDebertaV2LMPredictionHead LegacyDebertaV2OnlyMLMHead LegacyDebertaV2PredictionHeadTransform
transformers.models.distilbert.modeling_distilbert	DistilBertForMaskedLM DistilBertForMultipleChoice DistilBertForQuestionAnswering DistilBertForSequenceClassification DistilBertForTokenClassification DistilBertModel DistilBertPreTrainedModel DistilBertSelfAttention Embeddings FFN Transformer TransformerBlock
transformers.models.electra.modeling_electra	ElectraAttention ElectraClassificationHead ElectraCrossAttention ElectraDiscriminatorPredictions ElectraEmbeddings ElectraEncoder ElectraForCausalLM ElectraForMaskedLM ElectraForMultipleChoice ElectraForPreTraining ElectraForQuestionAnswering ElectraForSequenceClassification ElectraForTokenClassification ElectraGeneratorPredictions ElectraIntermediate ElectraLayer ElectraModel ElectraPreTrainedModel ElectraSelfAttention ElectraSequenceSummary
transformers.models.gemma.modeling_gemma	GemmaAttention GemmaDecoderLayer GemmaMLP GemmaModel GemmaRMSNorm GemmaRotaryEmbedding GemmaTextScaledWordEmbedding
transformers.models.gpt2.modeling_gpt2	GPT2Attention GPT2Block GPT2DoubleHeadsModel GPT2ForQuestionAnswering GPT2ForSequenceClassification GPT2ForTokenClassification GPT2LMHeadModel GPT2MLP GPT2Model GPT2PreTrainedModel GPT2SequenceSummary
transformers.models.gpt_neo.modeling_gpt_neo	GPTNeoAttention GPTNeoBlock GPTNeoMLP GPTNeoModel GPTNeoSelfAttention
transformers.models.llama.modeling_llama	LlamaAttention LlamaDecoderLayer LlamaForCausalLM LlamaForQuestionAnswering LlamaForSequenceClassification LlamaForTokenClassification LlamaMLP LlamaModel LlamaPreTrainedModel LlamaRMSNorm LlamaRotaryEmbedding
transformers.models.mistral.modeling_mistral	MistralAttention MistralDecoderLayer MistralForCausalLM MistralForQuestionAnswering MistralForSequenceClassification MistralForTokenClassification MistralMLP MistralModel MistralPreTrainedModel MistralRMSNorm MistralRotaryEmbedding
transformers.models.mpnet.modeling_mpnet	MPNetAttention MPNetClassificationHead MPNetEmbeddings MPNetEncoder MPNetForMaskedLM MPNetForMultipleChoice MPNetForQuestionAnswering MPNetForSequenceClassification MPNetForTokenClassification MPNetIntermediate MPNetLMHead MPNetLayer MPNetModel MPNetPooler MPNetPreTrainedModel MPNetSelfAttention
transformers.models.opt.modeling_opt	OPTAttention OPTDecoder OPTDecoderLayer OPTLearnedPositionalEmbedding OPTModel
transformers.models.phi.modeling_phi	PhiAttention PhiDecoderLayer PhiMLP PhiModel PhiRotaryEmbedding
transformers.models.qwen2.modeling_qwen2	Qwen2Attention Qwen2DecoderLayer Qwen2ForCausalLM Qwen2ForQuestionAnswering Qwen2ForSequenceClassification Qwen2ForTokenClassification Qwen2MLP Qwen2Model Qwen2PreTrainedModel Qwen2RMSNorm Qwen2RotaryEmbedding
transformers.models.roberta.modeling_roberta	RobertaAttention RobertaClassificationHead RobertaCrossAttention RobertaEmbeddings RobertaEncoder RobertaForCausalLM RobertaForMaskedLM RobertaForMultipleChoice RobertaForQuestionAnswering RobertaForSequenceClassification RobertaForTokenClassification RobertaIntermediate RobertaLMHead RobertaLayer RobertaModel RobertaPooler RobertaPreTrainedModel RobertaSelfAttention
transformers.models.t5.modeling_t5	T5Attention T5Block T5ClassificationHead T5DenseActDense T5DenseGatedActDense T5EncoderModel T5ForConditionalGeneration T5ForQuestionAnswering T5ForSequenceClassification T5ForTokenClassification T5LayerCrossAttention T5LayerFF T5LayerNorm T5LayerSelfAttention T5Model T5PreTrainedModel T5Stack
transformers.models.vit.modeling_vit	ViTAttention ViTEmbeddings ViTForImageClassification ViTForMaskedImageModeling ViTLayer ViTMLP ViTModel ViTPatchEmbeddings ViTPooler ViTPreTrainedModel
transformers.models.wav2vec2.modeling_wav2vec2	AMSoftmaxLoss TDNNLayer Wav2Vec2Adapter Wav2Vec2AdapterLayer Wav2Vec2Attention Wav2Vec2AttnAdapterLayer Wav2Vec2Encoder Wav2Vec2EncoderLayer Wav2Vec2EncoderLayerStableLayerNorm Wav2Vec2EncoderStableLayerNorm Wav2Vec2FeatureEncoder Wav2Vec2FeatureProjection Wav2Vec2FeedForward Wav2Vec2ForAudioFrameClassification Wav2Vec2ForCTC Wav2Vec2ForPreTraining Wav2Vec2ForSequenceClassification Wav2Vec2ForXVector Wav2Vec2GroupNormConvLayer Wav2Vec2GumbelVectorQuantizer Wav2Vec2LayerNormConvLayer Wav2Vec2Model Wav2Vec2NoLayerNormConvLayer Wav2Vec2PositionalConvEmbedding Wav2Vec2PreTrainedModel Wav2Vec2SamePadLayer
transformers.models.whisper.modeling_whisper	WhisperAttention WhisperDecoder WhisperDecoderLayer WhisperDecoderWrapper WhisperEncoder WhisperEncoderLayer WhisperForAudioClassification WhisperForCausalLM WhisperForConditionalGeneration WhisperModel WhisperPositionalEmbedding WhisperPreTrainedModel
transformers.models.xlm_roberta.modeling_xlm_roberta	XLMRobertaAttention XLMRobertaClassificationHead XLMRobertaCrossAttention XLMRobertaEmbeddings XLMRobertaEncoder XLMRobertaForCausalLM XLMRobertaForMaskedLM XLMRobertaForMultipleChoice XLMRobertaForQuestionAnswering XLMRobertaForSequenceClassification XLMRobertaForTokenClassification XLMRobertaIntermediate XLMRobertaLMHead XLMRobertaLayer XLMRobertaModel XLMRobertaPooler XLMRobertaPreTrainedModel XLMRobertaSelfAttention
transformers.trainer_pt_utils	AcceleratorConfig
transformers.trainer_utils	BestRun EvalPrediction RemoveColumnsCollator TrainerMemoryTracker
transformers.training_args	TrainingArguments
xarray.namedarray.pycompat	DuckArrayModule
xgboost.core	Booster`},{...{"rule":"class-first","means":"the first argument is a name listed as class, or one of rule made or state; the second a name listed as class","why":"makes an instance of its first argument"},names:`copy_reg		_reconstructor
copyreg		__newobj__ _reconstructor`},{...{"rule":"callable-first","means":"the first argument, and the first item of a BUILD state where there is one, is a name listed as class, maker or value without any rule, or None, or is not there","why":"calls its first argument, now or later"},names:`astropy.units.core		_recreate_irreducible_unit
collections		defaultdict
dill._dill		_create_array
functools		partial
torch._tensor		_rebuild_from_type_v2`},{...{"rule":"latin1","means":"two arguments: a text and 'latin1'","why":"looks a codec up by name; Python 2 protocols write bytes this way"},names:`_codecs		encode`},{...{"rule":"none","means":"exactly one argument, None: how NoneType is written","why":"type(x) hands out the class of x, and with three arguments makes a class"},names:`__builtin__		type
builtins		type`},{...{"rule":"nested","means":"the argument is bytes written in the file, which are followed as a torch file of their own","why":"is torch.load without weights_only"},names:`torch.storage		_load_from_bytes`},{...{"rule":"listed-pair","means":"two texts, module and name, and that name is listed as value in module","why":"imports by text: numpy before 1.20 pickles ufuncs this way"},names:`numpy._core		_ufunc_reconstruct
numpy.core		_ufunc_reconstruct`},{...{"rule":"attribute","means":"two arguments: the name zoneinfo.ZoneInfo and '_unpickle'; or an instance of a class in scipy.stats._discrete_distns and '_entropy'","why":"getattr reaches everything; these two are how Python pickles those methods"},names:`__builtin__		getattr
builtins		getattr`},{...{"rule":"state","key":"_parse_arg_template","pattern":"^\\ndef _parse_args\\(self, [A-Za-z0-9_, ]*loc=0(, scale=1)?\\):\\n    return \\([A-Za-z0-9_, ]*\\), loc, (scale|1)\\n\\ndef _parse_args_rvs\\(self, [A-Za-z0-9_, ]*loc=0(, scale=1)?, size=None\\):\\n    return self\\._argcheck_rvs\\([A-Za-z0-9_, ]*loc, (scale|1), size=size\\)\\n\\ndef _parse_args_stats\\(self, [A-Za-z0-9_, ]*loc=0(, scale=1)?, moments='mv'\\):\\n    return \\([A-Za-z0-9_, ]*\\), loc, (scale|1), moments\\n$","means":"every BUILD state is a dict whose keys are texts written in the file, and the key, where it is there, holds a text that matches; or the pair of scipy before 1.6: such a dict without the key, and None or what numpy.random._pickle.__randomstate_ctor or numpy.random.__RandomState_ctor makes (any other sequence of pairs would be read as a dict); never called","why":"rv_generic.__setstate__ runs the text under this key with exec (scipy/stats/_distn_infrastructure.py)"},names:`scipy.stats._continuous_distns	alpha_gen anglit_gen arcsine_gen argus_gen beta_gen betaprime_gen bradford_gen burr12_gen burr_gen cauchy_gen chi2_gen chi_gen cosine_gen crystalball_gen dgamma_gen dpareto_lognorm_gen dweibull_gen erlang_gen expon_gen exponnorm_gen exponpow_gen exponweib_gen f_gen fatiguelife_gen fisk_gen foldcauchy_gen foldnorm_gen gamma_gen gausshyper_gen genexpon_gen genextreme_gen gengamma_gen genhalflogistic_gen genhyperbolic_gen geninvgauss_gen genlogistic_gen gennorm_gen genpareto_gen gibrat_gen gilbrat_gen gompertz_gen gumbel_l_gen gumbel_r_gen halfcauchy_gen halfgennorm_gen halflogistic_gen halfnorm_gen hypsecant_gen invgamma_gen invgauss_gen invweibull_gen irwinhall_gen jf_skew_t_gen johnsonsb_gen johnsonsu_gen kappa3_gen kappa4_gen ksone_gen kstwo_gen kstwobign_gen landau_gen laplace_asymmetric_gen laplace_gen levy_gen levy_l_gen levy_stable_gen loggamma_gen logistic_gen loglaplace_gen lognorm_gen lomax_gen maxwell_gen mielke_gen moyal_gen nakagami_gen ncf_gen nct_gen ncx2_gen norm_gen norminvgauss_gen pareto_gen pearson3_gen powerlaw_gen powerlognorm_gen powernorm_gen rayleigh_gen rdist_gen recipinvgauss_gen reciprocal_gen rel_breitwigner_gen rice_gen rv_histogram semicircular_gen skew_norm_gen skewcauchy_gen skewnorm_gen studentized_range_gen t_gen trapezoid_gen triang_gen truncexpon_gen truncnorm_gen truncpareto_gen truncweibull_min_gen tukeylambda_gen uniform_gen vonmises_gen wald_gen weibull_max_gen weibull_min_gen wrapcauchy_gen
scipy.stats._discrete_distns	_nchypergeom_gen bernoulli_gen betabinom_gen betanbinom_gen binom_gen boltzmann_gen dlaplace_gen geom_gen hypergeom_gen logser_gen nbinom_gen nchypergeom_fisher_gen nchypergeom_wallenius_gen nhypergeom_gen planck_gen poisson_binom_gen poisson_gen randint_gen skellam_gen yulesimon_gen zipf_gen zipfian_gen
scipy.stats._distn_infrastructure	rv_continuous rv_discrete rv_sample
scipy.stats._levy_stable	levy_stable_gen
statsmodels.distributions.discrete	DiscretizedCount genpoisson_p_gen truncatednegbin_gen truncatedpoisson_gen zigeneralizedpoisson_gen zinegativebinomial_gen zipoisson_gen
statsmodels.distributions.edgeworth	ExpandedNormal`},{...{"rule":"state","key":"formula","pattern":"^[A-Za-z0-9_ ~+*:-]+$","means":"every BUILD state is a dict whose keys are texts written in the file, and the key, where it is there, holds a text that matches; never called","why":"ModelData.__setstate__ evaluates the formula again, and a formula may hold any Python expression (statsmodels/base/data.py)"},names:`statsmodels.base.data	FormulaicData ModelData PandasData PatsyData`},{...{"rule":"torchscript","means":"only inside an archive of TorchScript (it has code/ members), which Python's pickle never reads; * stands for any name","why":"__torch__ holds the archive's own classes, whose code is looked at on its own; restore_type_tag and its kin give back what they get, so that a BUILD after them would reach a class"},names:`__torch__.*	*
torch.jit._pickle		build_boollist build_doublelist build_intlist build_tensor_from_id build_tensorlist restore_type_tag`},{...{"rule":"logger","means":"without arguments or with one text; no BUILD follows","why":"gives the one logger of that name; what is put into it is there for the whole process"},names:`logging		getLogger`},{...{"rule":"expression","means":"made by NEWOBJ or NEWOBJ_EX of numbers and of what other names under this rule made, in tuples too; a symbol of one identifier, a Float also of a sign, hexadecimal digits and two numbers; keywords are numbers and truths; no BUILD follows but with None; never an argument","why":"SymPy evaluates every text that it is given (sympy/core/sympify.py)"},names:`sympy.concrete.products	Product
sympy.concrete.summations	Sum
sympy.core.add	Add
sympy.core.containers	Tuple
sympy.core.function	Derivative
sympy.core.mod	Mod
sympy.core.mul	Mul
sympy.core.numbers	Catalan ComplexInfinity EulerGamma Exp1 Float GoldenRatio Half ImaginaryUnit Infinity Integer NaN NegativeInfinity NegativeOne One Pi Rational Zero
sympy.core.power	Pow
sympy.core.relational	Equality GreaterThan LessThan StrictGreaterThan StrictLessThan Unequality
sympy.core.symbol	Dummy Symbol Wild
sympy.functions.elementary.complexes	Abs arg conjugate im re sign
sympy.functions.elementary.exponential	exp log
sympy.functions.elementary.hyperbolic	acosh asinh atanh cosh coth sinh tanh
sympy.functions.elementary.integers	ceiling floor frac
sympy.functions.elementary.miscellaneous	Max Min
sympy.functions.elementary.piecewise	ExprCondPair Piecewise
sympy.functions.elementary.trigonometric	acos acot asin atan atan2 cos cot csc sec sin tan
sympy.functions.special.error_functions	erf erfc
sympy.functions.special.gamma_functions	gamma loggamma
sympy.integrals.integrals	Integral
sympy.logic.boolalg	And BooleanFalse BooleanTrue Not Or`},{...{"rule":"named","means":"only put into an object; never called, and never an argument","why":"what it gives, or what it is given, is called: attrgetter and methodcaller reach what a module has, reduce calls its first argument"},names:`__builtin__			reduce
_functools			reduce
functools			reduce
operator			attrgetter methodcaller`},{...{"rule":"iterates","means":"one argument; or two, of which the first is a name listed as class, maker or value without any rule","why":"with two arguments it calls the first each time somebody asks for the next item"},names:`__builtin__		iter
builtins		iter`},{...{"rule":"array-parts","means":"four arguments: NumPy's _reconstruct, a tuple that begins with numpy.ndarray, and what the array and its type are given","why":"calls the first with the second and gives what comes of it a state (jax/_src/array.py)"},names:`jax._src.array		_reconstruct_array
jax._src.device_array		reconstruct_device_array`}];

export const knownNames: KnownNames = `UserDict	IterableUserDict UserDict
UserList	UserList
UserString	UserString
__builtin__	bool bytearray bytes complex dict enumerate float frozenset int list long object reversed set slice str tuple unicode xrange	bool bytearray bytes complex dict enumerate float frozenset int list long object reversed set slice str tuple unicode xrange zip	Ellipsis NotImplemented abs hash len max min repr round sorted sum
_io	BytesIO StringIO	BytesIO StringIO
_operator		getitem	abs add and_ concat eq floordiv ge gt le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift sub truediv xor
abc			ABC ABCMeta
accelerate.utils.dataclasses	ComputeEnvironment CustomDtype DDPCommunicationHookType DistributedType DynamoBackend EnumWithContains FP8BackendType LoggerType PrecisionType RNGType SageMakerDistributedType TensorInformation	ComputeEnvironment CustomDtype DDPCommunicationHookType DistributedType DynamoBackend FP8BackendType LoggerType PrecisionType RNGType SageMakerDistributedType
arch.bootstrap.base	CircularBlockBootstrap IIDBootstrap IndependentSamplesBootstrap MOONBootstrap MovingBlockBootstrap StationaryBootstrap
arch.bootstrap.multiple_comparison	MCS MultipleComparison RealityCheck SPA StepM
arch.covariance.kernel	CovarianceEstimate CovarianceEstimator
arch.unitroot._engle_granger	EngleGrangerTestResults
arch.unitroot._phillips_ouliaris	CriticalValueWarning PhillipsOuliarisTestResults
arch.unitroot._shared	CointegrationSetup CointegrationTestResult ResidualCointegrationTestResult
arch.unitroot.cointegration	CanonicalCointegratingReg CointegrationAnalysisResults DynamicOLS DynamicOLSResults FullyModifiedOLS _CommonCointegrationResults
arch.unitroot.unitroot	ADF KPSS PhillipsPerron UnitRootTest VarianceRatio ZivotAndrews
arch.univariate.base	ARCHModel ARCHModelFixedResult ARCHModelForecast ARCHModelForecastSimulation ARCHModelResult _SummaryRepr
arch.univariate.distribution	Distribution GeneralizedError Normal SkewStudent StudentsT
arch.univariate.mean	ARCHInMean ARX ConstantMean HARX LS ZeroMean
arch.univariate.recursions	ARCHInMeanRecursion EGARCHUpdater EWMAUpdater FIGARCHUpdater GARCHUpdater HARCHUpdater MIDASUpdater RiskMetrics2006Updater VolatilityUpdater	__pyx_unpickle_GARCHUpdater
arch.univariate.recursions_python	ARCHInMeanRecursion EGARCHUpdater EWMAUpdater FIGARCHUpdater GARCHUpdater HARCHUpdater MIDASUpdater RiskMetrics2006Updater VolatilityUpdater
arch.univariate.volatility	APARCH ARCH BootstrapRng ConstantVariance EGARCH EWMAVariance FIGARCH FixedVariance GARCH HARCH MIDASHyperbolic RiskMetrics2006 VarianceForecast VolatilityProcess
arch.utility.array	AbstractDocStringInheritor ConcreteClassMeta DocStringInheritor
arch.utility.exceptions	ConvergenceWarning DataScaleWarning InfeasibleTestException InitialValueWarning InvalidLengthWarning PerformanceWarning StartingValueWarning StudentizationError ValueWarning
arch.utility.timeseries	ColumnNameConflict
arch.vendor._decorators	Appender Substitution
argparse	Namespace
array	array	_array_reconstructor array
astropy.convolution.core	Kernel Kernel1D Kernel2D
astropy.convolution.kernels	AiryDisk2DKernel Box1DKernel Box2DKernel CustomKernel Gaussian1DKernel Gaussian2DKernel Model1DKernel Model2DKernel Moffat2DKernel RickerWavelet1DKernel RickerWavelet2DKernel Ring2DKernel Tophat2DKernel Trapezoid1DKernel TrapezoidDisk2DKernel
astropy.convolution.utils	KernelArithmeticError KernelError KernelSizeError
astropy.coordinates.angles.core	Angle Latitude Longitude dms_tuple hms_tuple signed_dms_tuple
astropy.coordinates.angles.errors	BoundsError IllegalHourError IllegalHourWarning IllegalMinuteError IllegalMinuteWarning IllegalSecondError IllegalSecondWarning RangeError
astropy.coordinates.attributes	Attribute CartesianRepresentationAttribute CoordinateAttribute DifferentialAttribute EarthLocationAttribute QuantityAttribute TimeAttribute
astropy.coordinates.baseframe	BaseCoordinateFrame GenericFrame RepresentationMapping
astropy.coordinates.builtin_frames.altaz	AltAz
astropy.coordinates.builtin_frames.baseradec	BaseRADecFrame
astropy.coordinates.builtin_frames.cirs	CIRS
astropy.coordinates.builtin_frames.ecliptic	BarycentricMeanEcliptic BarycentricTrueEcliptic BaseEclipticFrame CustomBarycentricEcliptic GeocentricMeanEcliptic GeocentricTrueEcliptic HeliocentricEclipticIAU76 HeliocentricMeanEcliptic HeliocentricTrueEcliptic
astropy.coordinates.builtin_frames.equatorial	TEME TETE
astropy.coordinates.builtin_frames.fk4	FK4 FK4NoETerms
astropy.coordinates.builtin_frames.fk5	FK5
astropy.coordinates.builtin_frames.galactic	Galactic
astropy.coordinates.builtin_frames.galactocentric	Galactocentric _StateProxy galactocentric_frame_defaults
astropy.coordinates.builtin_frames.gcrs	GCRS PrecessedGeocentric
astropy.coordinates.builtin_frames.hadec	HADec
astropy.coordinates.builtin_frames.hcrs	HCRS
astropy.coordinates.builtin_frames.icrs	ICRS
astropy.coordinates.builtin_frames.itrs	ITRS
astropy.coordinates.builtin_frames.lsr	GalacticLSR LSR LSRD LSRK
astropy.coordinates.builtin_frames.skyoffset	SkyOffsetFrame
astropy.coordinates.builtin_frames.supergalactic	Supergalactic
astropy.coordinates.calculation	CelestialError HumanError
astropy.coordinates.distances	Distance
astropy.coordinates.earth	EarthLocation GeodeticLocation
astropy.coordinates.erfa_astrom	ErfaAstrom ErfaAstromInterpolator erfa_astrom
astropy.coordinates.errors	ConvertError NonRotationTransformationError NonRotationTransformationWarning UnitsError UnknownSiteException
astropy.coordinates.matching	CoordinateMatchResult CoordinateSearchResult
astropy.coordinates.polarization	StokesCoord StokesSymbol
astropy.coordinates.representation.base	BaseDifferential BaseRepresentation BaseRepresentationOrDifferential
astropy.coordinates.representation.cartesian	CartesianDifferential CartesianRepresentation
astropy.coordinates.representation.cylindrical	CylindricalDifferential CylindricalRepresentation
astropy.coordinates.representation.geodetic	BaseBodycentricRepresentation BaseGeodeticRepresentation GRS80GeodeticRepresentation WGS72GeodeticRepresentation WGS84GeodeticRepresentation
astropy.coordinates.representation.spherical	BaseSphericalCosLatDifferential BaseSphericalDifferential PhysicsSphericalDifferential PhysicsSphericalRepresentation RadialDifferential RadialRepresentation SphericalCosLatDifferential SphericalDifferential SphericalRepresentation UnitSphericalCosLatDifferential UnitSphericalDifferential UnitSphericalRepresentation
astropy.coordinates.sky_coordinate	SkyCoord
astropy.coordinates.solar_system	solar_system_ephemeris
astropy.coordinates.spectral_coordinate	NoDistanceWarning NoVelocityWarning SpectralCoord
astropy.coordinates.spectral_quantity	SpectralQuantity
astropy.coordinates.transformations.affine	AffineTransform BaseAffineTransform DynamicMatrixTransform StaticMatrixTransform
astropy.coordinates.transformations.base	CoordinateTransform
astropy.coordinates.transformations.composite	CompositeTransform
astropy.coordinates.transformations.function	FunctionTransform FunctionTransformWithFiniteDifference
astropy.coordinates.transformations.graph	TransformGraph
astropy.cosmology._src.core	Cosmology CosmologyError FlatCosmologyMixin _NameField
astropy.cosmology._src.default	default_cosmology
astropy.cosmology._src.flrw.base	FLRW FlatFLRWMixin NeutrinoInfo
astropy.cosmology._src.flrw.lambdacdm	FlatLambdaCDM LambdaCDM
astropy.cosmology._src.flrw.w0cdm	FlatwCDM wCDM
astropy.cosmology._src.flrw.w0wacdm	Flatw0waCDM w0waCDM
astropy.cosmology._src.flrw.w0wzcdm	Flatw0wzCDM w0wzCDM
astropy.cosmology._src.flrw.wpwazpcdm	FlatwpwaCDM wpwaCDM
astropy.cosmology._src.parameter.core	Parameter Sentinel _FValidateField _UnitField	Sentinel
astropy.cosmology._src.parameter.descriptors	ParametersAttribute
astropy.cosmology._src.traits.baryons	BaryonComponent
astropy.cosmology._src.traits.curvature	CurvatureComponent
astropy.cosmology._src.traits.darkenergy	DarkEnergyComponent
astropy.cosmology._src.traits.darkmatter	DarkMatterComponent
astropy.cosmology._src.traits.hubble	HubbleParameter
astropy.cosmology._src.traits.matter	MatterComponent
astropy.cosmology._src.traits.neutrino	NeutrinoComponent
astropy.cosmology._src.traits.photoncomponent	PhotonComponent
astropy.cosmology._src.traits.rhocrit	CriticalDensity
astropy.cosmology._src.traits.scale_factor	ScaleFactor
astropy.cosmology._src.traits.tcmb	TemperatureCMB
astropy.cosmology._src.traits.totalcomponent	TotalComponent
astropy.cosmology._src.utils	HasShape
astropy.modeling._fitting_parallel	FitInfoArrayContainer FitInfoSubset ParameterContainer
astropy.modeling.bounding_box	CompoundBoundingBox ModelBoundingBox _BaseInterval _BaseSelectorArgument _BoundingDomain _Interval _SelectorArgument _SelectorArguments
astropy.modeling.convolution	Convolution
astropy.modeling.core	CompoundModel Fittable1DModel Fittable2DModel FittableModel Model ModelDefinitionError
astropy.modeling.fitting	Covariance DogBoxLSQFitter Fitter FittingWithOutlierRemoval JointFitter LMLSQFitter LevMarLSQFitter LinearLSQFitter ModelLinearityError ModelsError NonFiniteValueError SLSQPLSQFitter SimplexLSQFitter StandardDeviations TRFLSQFitter UnsupportedConstraintError _NLLSQFitter _NonLinearLSQFitter
astropy.modeling.functional_models	AiryDisk2D ArcCosine1D ArcSine1D ArcTangent1D Box1D Box2D Const1D Const2D Cosine1D Disk2D Ellipse2D Exponential1D Gaussian1D Gaussian2D GeneralSersic2D KingProjectedAnalytic1D Linear1D Logarithmic1D Lorentz1D Lorentz2D Moffat1D Moffat2D Multiply Planar2D RedshiftScaleFactor RickerWavelet1D RickerWavelet2D Ring2D Scale Sersic1D Sersic2D Shift Sine1D Tangent1D Trapezoid1D TrapezoidDisk2D Voigt1D _InverseTrigonometric1D _Trigonometric1D
astropy.modeling.mappings	Identity Mapping UnitsMapping
astropy.modeling.math_functions	AbsoluteUfunc AddUfunc ArccosUfunc ArccoshUfunc ArcsinUfunc ArcsinhUfunc Arctan2Ufunc ArctanUfunc ArctanhUfunc CbrtUfunc CosUfunc CoshUfunc Deg2radUfunc DivmodUfunc Exp2Ufunc ExpUfunc Expm1Ufunc FabsUfunc Floor_divideUfunc FmodUfunc HypotUfunc Log10Ufunc Log1pUfunc Log2Ufunc LogUfunc Logaddexp2Ufunc LogaddexpUfunc MultiplyUfunc NegativeUfunc PositiveUfunc PowerUfunc Rad2degUfunc ReciprocalUfunc RemainderUfunc RintUfunc SinUfunc SinhUfunc SqrtUfunc SquareUfunc SubtractUfunc TanUfunc TanhUfunc True_divideUfunc _NPUfuncModel
astropy.modeling.optimizers	Optimization SLSQP Simplex
astropy.modeling.parameters	Parameter
astropy.modeling.physical_models	BlackBody Drude1D NFW Plummer1D
astropy.modeling.polynomial	Chebyshev1D Chebyshev2D Hermite1D Hermite2D InverseSIP Legendre1D Legendre2D OrthoPolynomialBase Polynomial1D Polynomial2D PolynomialBase PolynomialModel SIP _PolyDomainWindow1D _SIP1D
astropy.modeling.powerlaws	BrokenPowerLaw1D ExponentialCutoffPowerLaw1D LogParabola1D PowerLaw1D Schechter1D SmoothlyBrokenPowerLaw1D
astropy.modeling.projections	AffineTransformation2D Conic Cylindrical HEALPix Pix2SkyProjection Pix2Sky_Airy Pix2Sky_BonneEqualArea Pix2Sky_COBEQuadSphericalCube Pix2Sky_ConicEqualArea Pix2Sky_ConicEquidistant Pix2Sky_ConicOrthomorphic Pix2Sky_ConicPerspective Pix2Sky_CylindricalEqualArea Pix2Sky_CylindricalPerspective Pix2Sky_Gnomonic Pix2Sky_HEALPix Pix2Sky_HEALPixPolar Pix2Sky_HammerAitoff Pix2Sky_Mercator Pix2Sky_Molleweide Pix2Sky_Parabolic Pix2Sky_PlateCarree Pix2Sky_Polyconic Pix2Sky_QuadSphericalCube Pix2Sky_SansonFlamsteed Pix2Sky_SlantOrthographic Pix2Sky_SlantZenithalPerspective Pix2Sky_Stereographic Pix2Sky_TangentialSphericalCube Pix2Sky_ZenithalEqualArea Pix2Sky_ZenithalEquidistant Pix2Sky_ZenithalPerspective Projection PseudoConic PseudoCylindrical QuadCube Sky2PixProjection Sky2Pix_Airy Sky2Pix_BonneEqualArea Sky2Pix_COBEQuadSphericalCube Sky2Pix_ConicEqualArea Sky2Pix_ConicEquidistant Sky2Pix_ConicOrthomorphic Sky2Pix_ConicPerspective Sky2Pix_CylindricalEqualArea Sky2Pix_CylindricalPerspective Sky2Pix_Gnomonic Sky2Pix_HEALPix Sky2Pix_HEALPixPolar Sky2Pix_HammerAitoff Sky2Pix_Mercator Sky2Pix_Molleweide Sky2Pix_Parabolic Sky2Pix_PlateCarree Sky2Pix_Polyconic Sky2Pix_QuadSphericalCube Sky2Pix_SansonFlamsteed Sky2Pix_SlantOrthographic Sky2Pix_SlantZenithalPerspective Sky2Pix_Stereographic Sky2Pix_TangentialSphericalCube Sky2Pix_ZenithalEqualArea Sky2Pix_ZenithalEquidistant Sky2Pix_ZenithalPerspective Zenithal _ParameterDS
astropy.modeling.rotations	EulerAngleRotation RotateCelestial2Native RotateNative2Celestial Rotation2D RotationSequence3D SphericalRotationSequence _EulerRotation _SkyRotation
astropy.modeling.spline	Spline1D SplineExactKnotsFitter SplineInterpolateFitter SplineSmoothingFitter SplineSplrepFitter _Spline _SplineFitter
astropy.modeling.tabular	Tabular1D Tabular2D _Tabular
astropy.modeling.utils	_ConstraintsDict _SpecialOperatorsDict
astropy.nddata.bitmask	BitFlag BitFlagNameMap BitFlagNameMeta InvalidBitFlag
astropy.nddata.ccddata	CCDData
astropy.nddata.compat	NDDataArray
astropy.nddata.covariance	Covariance
astropy.nddata.flag_collection	FlagCollection
astropy.nddata.mixins.ndarithmetic	NDArithmeticMixin
astropy.nddata.mixins.ndio	NDDataRead NDDataWrite NDIOMixin
astropy.nddata.mixins.ndslicing	NDSlicingMixin
astropy.nddata.nddata	NDData
astropy.nddata.nddata_base	NDDataBase
astropy.nddata.nddata_withmixins	NDDataRef
astropy.nddata.nduncertainty	IncompatibleUncertaintiesException InverseVariance MissingDataAssociationException NDUncertainty StdDevUncertainty UnknownUncertainty VarianceUncertainty _VariancePropagationMixin
astropy.nddata.utils	Cutout2D NoOverlapError PartialOverlapError
astropy.stats.bayesian_blocks	Events FitnessFunc PointMeasures RegularEvents
astropy.stats.sigma_clipping	SigmaClip SigmaClippedStats
astropy.stats.spatial	RipleysKEstimator
astropy.table._column_mixins	_ColumnGetitemShim _MaskedColumnGetitemShim
astropy.table.bst	BST Epsilon MaxValue MinValue Node
astropy.table.column	BaseColumn Column FalseArray MaskedColumn StringTruncateWarning
astropy.table.connect	IndexInfo TableRead TableWrite
astropy.table.groups	BaseGroups ColumnGroups TableGroups
astropy.table.index	Index IndexEngine QueryError SlicedIndex TableILoc TableIndices TableLoc TableLocIndices _IndexModeContext
astropy.table.meta	ColumnDict ColumnOrderList YamlParseError
astropy.table.mixins.registry	MixinRegistryError
astropy.table.ndarray_mixin	NdarrayMixin
astropy.table.operations	TableMergeError
astropy.table.row	Row
astropy.table.serialize	SerializedColumn _TableLite
astropy.table.table	PprintIncludeExclude QTable Table TableAttribute TableColumns TableReplaceWarning
astropy.table.table_helpers	ArrayWrapper
astropy.time.core	OperandTypeError ScaleValueError TimeBase TimeDelta TimeDeltaMissingUnitWarning _LeapSecondsCheck	_LeapSecondsCheck
astropy.time.formats	AstropyDatetimeLeapSecondWarning TimeAstropyTime TimeDatetime TimeDatetime64 TimeDeltaDatetime TimeDeltaFormat TimeDeltaJD TimeDeltaNumeric TimeDeltaQuantityString TimeDeltaSec TimeFITS TimeFormat TimeISO TimeISOT TimeJD TimeMJD TimeNumeric TimePlotDate TimeString TimeUnique TimeYMDHMS TimeYearDayTime TimezoneInfo
astropy.timeseries.core	BaseTimeSeries
astropy.timeseries.periodograms.base	BasePeriodogram
astropy.timeseries.periodograms.bls.core	BoxLeastSquares BoxLeastSquaresResults
astropy.timeseries.periodograms.lombscargle.core	LombScargle
astropy.timeseries.periodograms.lombscargle_multiband.core	LombScargleMultiband
astropy.uncertainty.core	ArrayDistribution Distribution NdarrayDistribution ScalarDistribution _DistributionRepr
astropy.units.core	CompositeUnit IrreducibleUnit NamedUnit PrefixUnit Unit UnitBase UnitPrefix UnrecognizedUnit _UnitContext _UnitMetaClass _UnitRegistry
astropy.units.decorators	QuantityInput
astropy.units.enums	DeprecatedUnitAction	DeprecatedUnitAction
astropy.units.equivalencies	Equivalency
astropy.units.errors	UnitConversionError UnitParserWarning UnitScaleError UnitTypeError UnitsError UnitsWarning
astropy.units.function.core	FunctionQuantity FunctionUnitBase
astropy.units.function.logarithmic	Decibel DecibelUnit Dex DexUnit LogQuantity LogUnit MagUnit Magnitude
astropy.units.function.mixin	FunctionMixin IrreducibleFunctionUnit RegularFunctionUnit
astropy.units.physical	PhysicalType
astropy.units.quantity	Quantity QuantityIterator SpecificTypeQuantity
astropy.units.quantity_helper.converters	UfuncHelpers
astropy.units.quantity_helper.function_helpers	FunctionAssigner
astropy.units.structured	Structure StructuredUnit
astropy.utils.data_info	DataInfoMeta InfoAttribute ParentAttribute
astropy.utils.decorators	classproperty lazyproperty sharedmethod
astropy.utils.exceptions	AstropyBackwardsIncompatibleChangeWarning AstropyDeprecationWarning AstropyPendingDeprecationWarning AstropyUserWarning AstropyWarning DuplicateRepresentationWarning _NoValue
astropy.utils.masked.core	MaskableShapedLikeNDArray Masked MaskedArraySubclassInfo MaskedInfoBase MaskedIterator MaskedNDArray MaskedRecarray
astropy.utils.masked.function_helpers	MaskedFormat
astropy.utils.metadata.core	MetaAttribute MetaData
astropy.utils.metadata.exceptions	MergeConflictError MergeConflictWarning
astropy.utils.metadata.merge	MergeNpConcatenate MergePlus MergeStrategy
astropy.utils.shapes	IncompatibleShapeError NDArrayShapeMethods ShapedLikeNDArray
astropy.wcs.wcsapi.fitswcs	FITSWCSAPIMixin SlicedFITSWCS custom_ctype_to_ucd_mapping
astropy.wcs.wcsapi.high_level_api	BaseHighLevelWCS HighLevelWCSMixin _WorldAxisMetadata
astropy.wcs.wcsapi.high_level_wcs_wrapper	HighLevelWCSWrapper
astropy.wcs.wcsapi.low_level_api	BaseLowLevelWCS
astropy.wcs.wcsapi.wrappers.base	BaseWCSWrapper
astropy.wcs.wcsapi.wrappers.sliced_wcs	SlicedLowLevelWCS
bayes_opt.acquisition	AcquisitionFunction ConstantLiar ExpectedImprovement GPHedge ProbabilityOfImprovement UpperConfidenceBound
bayes_opt.bayesian_optimization	BayesianOptimization
bayes_opt.constraint	ConstraintModel
bayes_opt.domain_reduction	DomainTransformer SequentialDomainReductionTransformer
bayes_opt.exception	BayesianOptimizationError ConstraintNotSupportedError NoValidPointRegisteredError NotUniqueError TargetSpaceEmptyError
bayes_opt.logger	ScreenLogger
bayes_opt.parameter	BayesParameter CategoricalParameter FloatParameter IntParameter
bayes_opt.target_space	TargetSpace		TargetSpace.kernel_transform
builtins	bool bytearray bytes complex dict float frozenset int list object range set slice str tuple zip	ArithmeticError AssertionError AttributeError DeprecationWarning Exception FloatingPointError FutureWarning IndexError KeyError LookupError NotImplementedError OverflowError RuntimeError RuntimeWarning StopIteration TypeError UnicodeDecodeError UnicodeEncodeError UserWarning ValueError Warning ZeroDivisionError bool bytearray bytes complex dict enumerate float frozenset int list object range reversed set slice str tuple zip	Ellipsis NotImplemented abs hash len max min repr round sorted sum
calendar	Calendar
catboost.core	CatBoost CatBoostClassifier CatBoostRanker CatBoostRegressor
category_encoders._contrasts	ContrastMatrix Diff Helmert Poly Sum
category_encoders.backward_difference	BackwardDifferenceEncoder
category_encoders.base_contrast_encoder	BaseContrastEncoder
category_encoders.basen	BaseNEncoder
category_encoders.binary	BinaryEncoder
category_encoders.cat_boost	CatBoostEncoder
category_encoders.count	CountEncoder
category_encoders.count_target	CountTargetEncoder
category_encoders.glmm	GLMMEncoder
category_encoders.gray	GrayEncoder
category_encoders.helmert	HelmertEncoder
category_encoders.james_stein	JamesSteinEncoder
category_encoders.leave_one_out	LeaveOneOutEncoder
category_encoders.m_estimate	MEstimateEncoder
category_encoders.multi_hot	MultiHotEncoder
category_encoders.one_hot	OneHotEncoder
category_encoders.ordinal	OrdinalEncoder
category_encoders.polynomial	PolynomialEncoder
category_encoders.quantile_encoder	QuantileEncoder SummaryEncoder
category_encoders.rankhot	RankHotEncoder
category_encoders.sum_coding	SumEncoder
category_encoders.target_encoder	TargetEncoder
category_encoders.utils	BaseEncoder EncoderTags EncodingRelation SupervisedTransformerMixin UnsupervisedTransformerMixin	EncodingRelation
category_encoders.woe	WOEEncoder
category_encoders.wrapper	NestedCVWrapper PolynomialWrapper
cmdstanpy.cmdstan_args	Method OptimizeArgs	Method
cmdstanpy.compilation	CompilerOptions
cmdstanpy.stanfit.metadata	InferenceMetadata
collections	ChainMap Counter OrderedDict UserDict UserList UserString deque	ChainMap Counter OrderedDict UserDict UserList UserString deque
coreforecast.lag_transforms	ExpandingMax ExpandingMean ExpandingMin ExpandingQuantile ExpandingStd ExponentiallyWeightedMean Lag RollingMax RollingMean RollingMin RollingQuantile RollingStd SeasonalRollingMax SeasonalRollingMean SeasonalRollingMin SeasonalRollingQuantile SeasonalRollingStd _BaseLagTransform _ExpandingBase _ExpandingComp _ExpandingCounted _RollingBase _SeasonalRollingBase
coreforecast.scalers	AutoDifferences AutoSeasonalDifferences AutoSeasonalityAndDifferences Difference LocalBoxCoxScaler LocalMinMaxScaler LocalRobustScaler LocalStandardScaler _BaseLocalScaler
datetime	date datetime time timedelta timezone	date datetime time timedelta timezone
dateutil.relativedelta	relativedelta
dateutil.tz.tz	tzoffset tzutc	tzoffset tzutc
deap.base	ConstrainedFitness Fitness Toolbox
deap.cma	Strategy StrategyActiveOnePlusLambda StrategyMultiObjective StrategyOnePlusLambda
deap.creator	MetaCreator _numpy_array
deap.gp	MetaEphemeral Primitive PrimitiveSet PrimitiveSetTyped PrimitiveTree Terminal
deap.tools.constraint	ClosestValidPenalty DeltaPenalty
deap.tools.emo	NSGA3Memory selNSGA3WithMemory
deap.tools.support	HallOfFame History Logbook MultiStatistics ParetoFront Statistics
decimal	Context Decimal	Context Decimal	Clamped DivisionByZero FloatOperation Inexact InvalidOperation Overflow Rounded Subnormal Underflow
difflib	Match
econml._cate_estimator	BaseCateEstimator DebiasedLassoCateEstimatorDiscreteMixin DebiasedLassoCateEstimatorMixin ForestModelFinalCateEstimatorDiscreteMixin ForestModelFinalCateEstimatorMixin LinearCateEstimator LinearModelFinalCateEstimatorDiscreteMixin LinearModelFinalCateEstimatorMixin StatsModelsCateEstimatorDiscreteMixin StatsModelsCateEstimatorMixin TreatmentExpansionMixin
econml._ensemble._ensemble	BaseEnsemble
econml._ortho_learner	CachedValues _OrthoLearner
econml._tree_exporter	_CateTreeDOTExporter _CateTreeMPLExporter _CateTreeMixin _DOTExporter _MPLExporter _PolicyTreeDOTExporter _PolicyTreeMPLExporter _PolicyTreeMixin _SingleTreeExporterMixin _TreeExporter
econml.cate_interpreter._interpreters	SingleTreeCateInterpreter SingleTreePolicyInterpreter _SingleTreeInterpreter
econml.dml._rlearner	_ModelFinal _ModelNuisance _RLearner
econml.dml.causal_forest	CausalForestDML _CausalForestFinalWrapper _GenericSingleOutcomeModelFinalWithCovInference
econml.dml.dml	DML KernelDML LinearDML NonParamDML SparseLinearDML _BaseDML _FinalWrapper _FirstStageSelector _FirstStageWrapper _RandomFeatures
econml.dr._drlearner	DRLearner ForestDRLearner LinearDRLearner SparseLinearDRLearner _ModelFinal _ModelNuisance
econml.federated_learning	FederatedEstimator
econml.grf._base_grf	BaseGRF
econml.grf._base_grftree	GRFTree
econml.grf.classes	CausalForest CausalIVForest MultiOutputGRF RegressionForest
econml.inference._inference	BootstrapInference EmpiricalInferenceResults GenericModelFinalInference GenericModelFinalInferenceDiscrete GenericSingleTreatmentModelFinalInference Inference InferenceResults LinearModelFinalInference LinearModelFinalInferenceDiscrete NormalInferenceResults PopulationSummaryResults StatsModelsInference StatsModelsInferenceDiscrete
econml.iv.dml._dml	DMLIV NonParamDMLIV OrthoIV _BaseDMLIV _BaseDMLIVModelFinal _BaseDMLIVNuisanceSelector _OrthoIVModelFinal _OrthoIVNuisanceSelector
econml.iv.dr._dr	DRIV ForestDRIV IntentToTreatDRIV LinearDRIV LinearIntentToTreatDRIV SparseLinearDRIV _BaseDRIV _BaseDRIVModelFinal _BaseDRIVNuisanceCovarianceSelector _BaseDRIVNuisanceSelector _DRIV _DummyCATE _DummyClassifier _IntentToTreatDRIV _IntentToTreatDRIVNuisanceSelector
econml.iv.sieve._tsls	DPolynomialFeatures HermiteFeatures SieveTSLS
econml.metalearners._metalearners	DomainAdaptationLearner SLearner TLearner XLearner
econml.orf._causal_tree	CausalTree Node
econml.orf._ortho_forest	BLBInference BaseOrthoForest DMLOrthoForest DROrthoForest _DMLOrthoForest_nuisance_estimator_generator _DMLOrthoForest_second_stage_parameter_estimator_gen
econml.panel.dml._dml	DynamicDML _DynamicFinalWrapper _DynamicModelFinal _DynamicModelNuisanceSelector _LinearDynamicModelFinal
econml.policy._base	PolicyLearner
econml.policy._drlearner	DRPolicyForest DRPolicyTree _BaseDRPolicyLearner _DRLearnerWrapper _PolicyModelFinal
econml.policy._forest._forest	PolicyForest
econml.policy._forest._tree	PolicyTree
econml.score.ensemble_cate	EnsembleCateEstimator
econml.score.rscorer	RScorer
econml.sklearn_extensions.linear_model	DebiasedLasso MultiOutputDebiasedLasso SelectiveRegularization StatsModels2SLS StatsModelsLinearRegression StatsModelsRLM WeightedLasso WeightedLassoCV WeightedLassoCVWrapper WeightedLassoWrapper WeightedModelMixin WeightedMultiTaskLasso WeightedMultiTaskLassoCV _PairedEstimatorWrapper _StatsModelsWrapper _WeightedCVIterableWrapper
econml.sklearn_extensions.model_selection	FixedModelSelector GridSearchCVList ListSelector ModelSelector SingleModelSelector SklearnCVSelector WeightedKFold WeightedStratifiedKFold
econml.tree._tree_classes	BaseTree
econml.utilities	IdentityFeatures MissingModule MultiModelWrapper SeparateModel Summary WeightedModelWrapper _RegressionWrapper _TransformerWrapper		add_intercept
econml.validate.drtester	DRTester DRtester
econml.validate.results	BLPEvaluationResults CalibrationEvaluationResults EvaluationResults UpliftEvaluationResults
econml.validate.sensitivity_analysis	SensitivityParams
email.message	EmailMessage Message
email.policy	EmailPolicy
exceptions		ArithmeticError AssertionError AttributeError DeprecationWarning Exception FloatingPointError FutureWarning IndexError KeyError LookupError NotImplementedError OverflowError RuntimeError RuntimeWarning StopIteration TypeError UnicodeDecodeError UnicodeEncodeError UserWarning ValueError Warning ZeroDivisionError
faiss.swigfaiss	BinaryInvertedListScanner Cloner ClusteringIterationStatsVector DefaultShardingFunction DistanceComputer Float32Vector Float32VectorVector Float64Vector IDSelector IDSelectorAll IDSelectorWithContext IcmEncoderFactory Int16Vector Int32Vector Int32VectorVector Int64Vector Int64VectorVector Int8Vector InterruptCallback InvertedListsIOHook InvertedListsPtrVector MaybeOwnedVectorFloat32Vector MaybeOwnedVectorInt32Vector MaybeOwnedVectorOwner MaybeOwnedVectorUInt8Vector MmappedFileMappingOwner OnDiskOneListVector OperatingPointVector ParameterRangeVector ProgressiveDimIndexFactory PythonInterruptCallback RepeatVector ShardingFunction SwigPyIterator UInt16Vector UInt32Vector UInt64Vector UInt8Vector UInt8VectorVector VectorTransformVector VisitedTable _SwigNonDynamicMeta
feature_engine._base_transformers.base_numerical	BaseNumericalTransformer
feature_engine._base_transformers.mixins	FitFromDictMixin GetFeatureNamesOutMixin TransformXyMixin
feature_engine._docstrings.substitute	Substitution
feature_engine._prediction.base_predictor	BaseTargetMeanEstimator
feature_engine._prediction.target_mean_classifier	TargetMeanClassifier
feature_engine._prediction.target_mean_regressor	TargetMeanRegressor
feature_engine.creation.base_creation	BaseCreation
feature_engine.creation.cyclical_features	CyclicalFeatures
feature_engine.creation.decision_tree_features	DecisionTreeFeatures
feature_engine.creation.geo_features	GeoDistanceFeatures
feature_engine.creation.math_features	MathFeatures
feature_engine.creation.relative_features	RelativeFeatures
feature_engine.datetime.datetime	DatetimeFeatures
feature_engine.datetime.datetime_ordinal	DatetimeOrdinal
feature_engine.datetime.datetime_subtraction	DatetimeSubtraction
feature_engine.discretisation.arbitrary	ArbitraryDiscretiser
feature_engine.discretisation.base_discretiser	BaseDiscretiser
feature_engine.discretisation.decision_tree	DecisionTreeDiscretiser
feature_engine.discretisation.equal_frequency	EqualFrequencyDiscretiser
feature_engine.discretisation.equal_width	EqualWidthDiscretiser
feature_engine.discretisation.geometric_width	GeometricWidthDiscretiser
feature_engine.encoding.base_encoder	CategoricalInitMixin CategoricalInitMixinNA CategoricalMethodsMixin
feature_engine.encoding.count_frequency	CountFrequencyEncoder
feature_engine.encoding.decision_tree	DecisionTreeEncoder
feature_engine.encoding.mean_encoding	MeanEncoder
feature_engine.encoding.one_hot	OneHotEncoder
feature_engine.encoding.ordinal	OrdinalEncoder
feature_engine.encoding.rare_label	RareLabelEncoder
feature_engine.encoding.similarity_encoder	StringSimilarityEncoder
feature_engine.encoding.woe	WoE WoEEncoder
feature_engine.imputation.arbitrary_number	ArbitraryNumberImputer
feature_engine.imputation.base_imputer	BaseImputer
feature_engine.imputation.categorical	CategoricalImputer
feature_engine.imputation.drop_missing_data	DropMissingData
feature_engine.imputation.end_tail	EndTailImputer
feature_engine.imputation.mean_median	MeanMedianImputer
feature_engine.imputation.missing_indicator	AddMissingIndicator
feature_engine.imputation.random_sample	RandomSampleImputer
feature_engine.outliers.artbitrary	ArbitraryOutlierCapper
feature_engine.outliers.base_outlier	BaseOutlier WinsorizerBase
feature_engine.outliers.trimmer	OutlierTrimmer
feature_engine.outliers.winsorizer	Winsorizer
feature_engine.pipeline.pipeline	Pipeline
feature_engine.preprocessing.match_categories	MatchCategories
feature_engine.preprocessing.match_columns	MatchVariables
feature_engine.scaling.mean_normalization	MeanNormalizationScaler
feature_engine.selection.base_recursive_selector	BaseRecursiveSelector
feature_engine.selection.base_selector	BaseSelector
feature_engine.selection.drop_constant_features	DropConstantFeatures
feature_engine.selection.drop_correlated_features	DropCorrelatedFeatures
feature_engine.selection.drop_duplicate_features	DropDuplicateFeatures
feature_engine.selection.drop_features	DropFeatures
feature_engine.selection.drop_psi_features	DropHighPSIFeatures
feature_engine.selection.information_value	SelectByInformationValue
feature_engine.selection.mrmr	MRMR
feature_engine.selection.probe_feature_selection	ProbeFeatureSelection
feature_engine.selection.recursive_feature_addition	RecursiveFeatureAddition
feature_engine.selection.recursive_feature_elimination	RecursiveFeatureElimination
feature_engine.selection.shuffle_features	SelectByShuffling
feature_engine.selection.single_feature_performance	SelectBySingleFeaturePerformance
feature_engine.selection.smart_correlation_selection	SmartCorrelatedSelection
feature_engine.selection.target_mean_selection	SelectByTargetMeanPerformance
feature_engine.text.text_features	TextFeatures
feature_engine.timeseries.forecasting.base_forecast_transformers	BaseForecastTransformer
feature_engine.timeseries.forecasting.expanding_window_features	ExpandingWindowFeatures
feature_engine.timeseries.forecasting.lag_features	LagFeatures
feature_engine.timeseries.forecasting.window_features	WindowFeatures
feature_engine.transformation.arcsin	ArcsinTransformer
feature_engine.transformation.arcsinh	ArcSinhTransformer
feature_engine.transformation.boxcox	BoxCoxTransformer
feature_engine.transformation.log	LogCpTransformer LogTransformer
feature_engine.transformation.power	PowerTransformer
feature_engine.transformation.reciprocal	ReciprocalTransformer
feature_engine.transformation.yeojohnson	YeoJohnsonTransformer
feature_engine.wrappers.wrappers	SklearnTransformerWrapper
flax.core.axes_scan	_Broadcast
flax.core.frozen_dict	FrozenDict FrozenKeysView FrozenValuesView	FrozenDict
flax.core.lift	CountsHolder TransformContext _SideEffectCache
flax.core.meta	AxisMetadata Partitioned
flax.core.nn.attention	CacheEntry
flax.core.nn.linear	Embedding
flax.core.scope	DenyList LazyRng Scope Variable _ChildRNGSentinel _DefaultSentinel
flax.core.spmd	_AxisRules
flax.ids	FlaxId
flax.linen.activation	PReLU
flax.linen.attention	MultiHeadAttention MultiHeadDotProductAttention SelfAttention
flax.linen.batch_apply	BatchApply
flax.linen.combinators	Sequential
flax.linen.dtypes			promote_dtype
flax.linen.fp8_ops	Fp8DirectDotGeneralOp Fp8DotGeneralBase Fp8DotGeneralOp Fp8Einsum Fp8MetaTyRules NANOOFp8DotGeneralOp fp8_meta_dtype fp8_meta_dtype_wrapper
flax.linen.kw_only_dataclasses	_KwOnlyType
flax.linen.linear	ConvTranspose Dense DenseGeneral Einsum Embed PromoteDtypeFn
flax.linen.module	CompactNameScope Descriptor DescriptorWrapper InterceptorContext Module ModuleBase ParentDescriptor SetupState TestScope ThreadLocalStack _CallInfo _CallInfoContext _DynamicContext _ModuleInternalState _Sentinel	SetupState
flax.linen.normalization	BatchNorm GroupNorm InstanceNorm LayerNorm RMSNorm SpectralNorm WeightNorm
flax.linen.partitioning	AxisMetadata PartitionedVariable
flax.linen.recurrent	Bidirectional ConvLSTMCell DenseParams GRUCell LSTMCell MGUCell OptimizedLSTMCell RNN RNNBase RNNCellBase SimpleCell
flax.linen.spmd	LogicallyPartitioned RulesFallback _UnassignedAxis	RulesFallback
flax.linen.stochastic	Dropout
flax.linen.summary	Row Table _ArrayRepresentation _ObjectRepresentation _PartitionedArrayRepresentation _ValueRepresentation
flax.linen.transforms	InstancePlaceholder VariablePlaceholder _HashableProxy
flax.nnx.extract	ExtractIndex GraphDefState Mask NodeStates Opaque OrderedDict PrefixMapping TreeState Updates
flax.nnx.filterlib	All Any Everything HasTag Not Nothing OfType PathContains PathIn WithTag
flax.nnx.graphlib	ArrayRefDef ArrayRefOutput DataElem GenericPytree GraphContext GraphDef GraphNodeImpl GraphState IndexMap IndexesPytreeDef LeafAttr MergeContext NoUpdate NodeAttr NodeDef NodeImplBase NodeRef PytreeNodeImpl RefMap Repeated SplitContext Static StaticCache StaticElem TreeNodeDef UpdateContext UpdateContextManager VariableDef set_graph_mode set_graph_updates
flax.nnx.helpers	Dict List ModuleDefApply Sequential TrainState
flax.nnx.ids	UUID UUIDManager
flax.nnx.module	Module ModuleMeta
flax.nnx.nn.activations	PReLU
flax.nnx.nn.linear	Conv ConvTranspose Einsum Embed Linear LinearGeneral
flax.nnx.nn.lora	LoRA LoRALinear
flax.nnx.nn.normalization	BatchNorm GroupNorm InstanceNorm LayerNorm RMSNorm SpectralNorm WeightNorm
flax.nnx.nn.recurrent	Bidirectional GRUCell LSTMCell OptimizedLSTMCell RNN RNNBase RNNCellBase SimpleCell
flax.nnx.nn.stochastic	Dropout
flax.nnx.proxy_caller	ApplyCaller CallableProxy DelayedAccessor GetAttr GetItem _AccessorCall
flax.nnx.pytreelib	ArrayRepr AttributeStatus MutableArrayRepr Object ObjectContext Pytree PytreeMeta PytreeState VariableRepr
flax.nnx.reprlib	Color MappingReprMixin PrettyMapping PrettySequence ReprContext Representable SequenceReprMixin
flax.nnx.rnglib	KeylessInitializer RngStream Rngs SplitBackups
flax.nnx.statelib	FlatState NestedStateRepr State
flax.nnx.summary	ArrayRepr CallInfo NoneDumper ObjectInfo SimpleObjectRepr SizeBytes
flax.nnx.tracers	TraceState
flax.nnx.training.ema	EMA
flax.nnx.training.metrics	Accuracy Average Metric MultiMetric Statistics Welford
flax.nnx.training.optimizer	ModelAndOptimizer Optimizer _Missing
flax.nnx.transforms.autodiff	BwdFn CustomVjp CustomVjpFnWrapper DiffState FwdFn GradFn SimpleBwdFn SimpleCustomVjp SimpleCustomVjpFn SimpleFwdFn SimpleGradFn SimpleJvpFn SimpleRematFn SimpleVjpFn
flax.nnx.transforms.compilation	Compiled JitFn JitWrapped Lowered ShardMapFn SimpleCompiled SimpleJitFn SimpleJitPartialFn SimpleJitPartialWrapped SimpleJitWrapped SimpleLowered SimplePartialCompiled SimplePartialLowered SimplePartialTraced SimpleShardMapFn SimpleTraced Stage StateSharding Traced
flax.nnx.transforms.iteration	Broadcasted Carry ForiLoopBodyFn PmapFn ScanFn SimpleForiLoopBodyFn SimplePmapFn SimpleScanFn SimpleVmapFn SimpleWhileLoopBodyFn SimpleWhileLoopCondFn StateAxes VmapFn WhileLoopBodyFn WhileLoopCondFn
flax.nnx.transforms.transforms	CheckifyFn LiftedModule SimpleCheckifyFn SimpleCondFn SimpleEvalShapeFn SimpleMakeJaxprFn ValueMetadata
flax.nnx.traversals	_EmptyNode
flax.nnx.variablelib	AbstractVariable GetVariable HijaxVariable HijaxVariableMeta NewVariable SetVariable VarDefaults VarDefaultsContext VariableContext VariableEffect VariableMeta VariableMetadata VariableQDD use_eager_sharding
flax.serialization	_ErrorContext _MsgpackExtType _NamedTuple	_MsgpackExtType
flax.struct	PyTreeNode
flax.training.train_state	TrainState
flax.traverse_util	ModelParamTraversal Traversal TraverseAttr TraverseCompose TraverseEach TraverseFilter TraverseId TraverseItem TraverseMerge TraverseTree _EmptyNode
fractions	Fraction	Fraction
gensim.corpora.dictionary	Dictionary
gensim.models	VocabTransform
gensim.models.phrases			original_scorer
gensim.models.tfidfmodel			df2idf
gensim.utils			call_on_class_only identity
geopandas.array	GeometryArray
geopandas.geodataframe	GeoDataFrame
gpytorch.beta_features	_moved_beta_feature checkpoint_kernel default_preconditioner
gpytorch.constraints.constraints	GreaterThan Interval LessThan Positive
gpytorch.distributions.delta	Delta
gpytorch.distributions.distribution	Distribution _DistributionBase
gpytorch.distributions.multitask_multivariate_normal	MultitaskMultivariateNormal
gpytorch.distributions.multivariate_normal	MultivariateNormal
gpytorch.kernels.additive_structure_kernel	AdditiveStructureKernel
gpytorch.kernels.arc_kernel	ArcKernel
gpytorch.kernels.constant_kernel	ConstantKernel
gpytorch.kernels.cosine_kernel	CosineKernel
gpytorch.kernels.cylindrical_kernel	CylindricalKernel
gpytorch.kernels.distributional_input_kernel	DistributionalInputKernel
gpytorch.kernels.gaussian_symmetrized_kl_kernel	GaussianSymmetrizedKLKernel
gpytorch.kernels.grid_interpolation_kernel	GridInterpolationKernel
gpytorch.kernels.grid_kernel	GridKernel
gpytorch.kernels.hamming_kernel	HammingIMQKernel
gpytorch.kernels.index_kernel	IndexKernel
gpytorch.kernels.inducing_point_kernel	InducingPointKernel
gpytorch.kernels.keops.keops_kernel	KeOpsKernel
gpytorch.kernels.keops.matern_kernel	MaternKernel
gpytorch.kernels.keops.periodic_kernel	PeriodicKernel
gpytorch.kernels.keops.rbf_kernel	RBFKernel
gpytorch.kernels.kernel	AdditiveKernel Distance Kernel ProductKernel
gpytorch.kernels.lcm_kernel	LCMKernel
gpytorch.kernels.linear_kernel	LinearKernel
gpytorch.kernels.matern52_kernel_grad	Matern52KernelGrad
gpytorch.kernels.matern_kernel	MaternKernel
gpytorch.kernels.multitask_kernel	MultitaskKernel
gpytorch.kernels.newton_girard_additive_kernel	NewtonGirardAdditiveKernel
gpytorch.kernels.periodic_kernel	PeriodicKernel
gpytorch.kernels.piecewise_polynomial_kernel	PiecewisePolynomialKernel
gpytorch.kernels.polynomial_kernel	PolynomialKernel
gpytorch.kernels.polynomial_kernel_grad	PolynomialKernelGrad
gpytorch.kernels.product_structure_kernel	ProductStructureKernel
gpytorch.kernels.rbf_kernel	RBFKernel
gpytorch.kernels.rbf_kernel_grad	RBFKernelGrad
gpytorch.kernels.rbf_kernel_gradgrad	RBFKernelGradGrad
gpytorch.kernels.rff_kernel	RFFKernel
gpytorch.kernels.rq_kernel	RQKernel
gpytorch.kernels.scale_kernel	ScaleKernel
gpytorch.kernels.spectral_delta_kernel	SpectralDeltaKernel
gpytorch.kernels.spectral_mixture_kernel	SpectralMixtureKernel
gpytorch.lazy.lazy_evaluated_kernel_tensor	LazyEvaluatedKernelTensor
gpytorch.likelihoods.bernoulli_likelihood	BernoulliLikelihood
gpytorch.likelihoods.beta_likelihood	BetaLikelihood
gpytorch.likelihoods.gaussian_likelihood	DirichletClassificationLikelihood FixedNoiseGaussianLikelihood GaussianLikelihood GaussianLikelihoodWithMissingObs _GaussianLikelihoodBase
gpytorch.likelihoods.hadamard_gaussian_likelihood	HadamardGaussianLikelihood
gpytorch.likelihoods.laplace_likelihood	LaplaceLikelihood
gpytorch.likelihoods.likelihood	Likelihood _Likelihood _OneDimensionalLikelihood
gpytorch.likelihoods.likelihood_list	LikelihoodList
gpytorch.likelihoods.multitask_gaussian_likelihood	MultitaskGaussianLikelihood _MultitaskGaussianLikelihoodBase
gpytorch.likelihoods.negative_binomial_likelihood	NegativeBinomialLikelihood
gpytorch.likelihoods.noise_models	FixedGaussianNoise HeteroskedasticNoise HomoskedasticNoise MultitaskHomoskedasticNoise Noise _HomoskedasticNoiseBase
gpytorch.likelihoods.poisson_likelihood	PoissonLikelihood
gpytorch.likelihoods.softmax_likelihood	SoftmaxLikelihood
gpytorch.likelihoods.student_t_likelihood	StudentTLikelihood
gpytorch.means.constant_mean	ConstantMean		_ensure_updated_strategy_flag_set
gpytorch.means.constant_mean_grad	ConstantMeanGrad
gpytorch.means.constant_mean_gradgrad	ConstantMeanGradGrad
gpytorch.means.linear_mean	LinearMean
gpytorch.means.linear_mean_grad	LinearMeanGrad
gpytorch.means.linear_mean_gradgrad	LinearMeanGradGrad
gpytorch.means.mean	Mean
gpytorch.means.multitask_mean	MultitaskMean
gpytorch.means.zero_mean	ZeroMean
gpytorch.mlls	VariationalELBOEmpirical VariationalMarginalLogLikelihood
gpytorch.mlls._approximate_mll	_ApproximateMarginalLogLikelihood
gpytorch.mlls.added_loss_term	AddedLossTerm
gpytorch.mlls.deep_approximate_mll	DeepApproximateMLL
gpytorch.mlls.deep_predictive_log_likelihood	DeepPredictiveLogLikelihood
gpytorch.mlls.exact_marginal_log_likelihood	ExactMarginalLogLikelihood
gpytorch.mlls.gamma_robust_variational_elbo	GammaRobustVariationalELBO
gpytorch.mlls.inducing_point_kernel_added_loss_term	InducingPointKernelAddedLossTerm
gpytorch.mlls.kl_gaussian_added_loss_term	KLGaussianAddedLossTerm
gpytorch.mlls.leave_one_out_pseudo_likelihood	LeaveOneOutPseudoLikelihood
gpytorch.mlls.marginal_log_likelihood	MarginalLogLikelihood
gpytorch.mlls.noise_model_added_loss_term	NoiseModelAddedLossTerm
gpytorch.mlls.predictive_log_likelihood	PredictiveLogLikelihood
gpytorch.mlls.sum_marginal_log_likelihood	SumMarginalLogLikelihood
gpytorch.mlls.variational_elbo	VariationalELBO
gpytorch.models	AbstractVariationalGP PyroVariationalGP
gpytorch.models.approximate_gp	ApproximateGP
gpytorch.models.deep_gps	AbstractDeepGP AbstractDeepGPLayer
gpytorch.models.deep_gps.deep_gp	DeepGP DeepGPLayer DeepLikelihood _DeepGPVariationalStrategy
gpytorch.models.deep_gps.dspp	DSPP DSPPLayer
gpytorch.models.gp	GP
gpytorch.models.gplvm.bayesian_gplvm	BayesianGPLVM
gpytorch.models.gplvm.latent_variable	LatentVariable MAPLatentVariable PointLatentVariable VariationalLatentVariable
gpytorch.models.model_list	AbstractModelList IndependentModelList
gpytorch.models.pyro	PyroGP _PyroMixin
gpytorch.module	Module RandomModuleMixin		Module._load_state_hook_ignore_shapes
gpytorch.optim.ngd	NGD
gpytorch.priors.horseshoe_prior	HorseshoePrior
gpytorch.priors.lkj_prior	LKJCholeskyFactorPrior LKJCovariancePrior LKJPrior
gpytorch.priors.prior	Prior
gpytorch.priors.smoothed_box_prior	SmoothedBoxPrior
gpytorch.priors.torch_priors	GammaPrior HalfCauchyPrior HalfNormalPrior LogNormalPrior MultivariateNormalPrior NormalPrior UniformPrior
gpytorch.priors.wishart_prior	InverseWishartPrior WishartPrior
gpytorch.settings	_dtype_value_context _feature_flag _value_context debug detach_test_caches eval_cg_tolerance fast_pred_samples fast_pred_var lazily_evaluate_kernels max_eager_kernel_size memory_efficient min_fixed_noise min_variance num_gauss_hermite_locs num_likelihood_samples observation_nan_policy prior_mode sgpr_diagonal_correction skip_posterior_variances trace_mode use_keops variational_cholesky_jitter
gpytorch.utils.deprecation	DeprecationError
gpytorch.utils.errors	CachingError
gpytorch.utils.grid	ScaleToBounds
gpytorch.utils.interpolation	Interpolation
gpytorch.utils.nearest_neighbors	NNUtil
gpytorch.utils.quadrature	GaussHermiteQuadrature1D
gpytorch.utils.transforms			inv_softplus
gpytorch.utils.warnings	GPInputWarning OldVersionWarning
gpytorch.variational._variational_distribution	_VariationalDistribution
gpytorch.variational.cholesky_variational_distribution	CholeskyVariationalDistribution
gpytorch.variational.delta_variational_distribution	DeltaVariationalDistribution
gpytorch.variational.independent_multitask_variational_strategy	IndependentMultitaskVariationalStrategy MultitaskVariationalStrategy
gpytorch.variational.lmc_variational_strategy	LMCVariationalStrategy
gpytorch.variational.mean_field_variational_distribution	MeanFieldVariationalDistribution
gpytorch.variational.natural_variational_distribution	NaturalVariationalDistribution _NaturalVariationalDistribution
gpytorch.variational.tril_natural_variational_distribution	TrilNaturalVariationalDistribution
graphlib	TopologicalSorter
gymnasium.core	ActionWrapper Env ObservationWrapper RewardWrapper Wrapper
gymnasium.envs.registration	EnvCreator EnvSpec VectorEnvCreator VectorizeMode WrapperSpec	VectorizeMode
gymnasium.error	AlreadyPendingCallError ClosedEnvironmentError CustomSpaceError DependencyNotInstalled DeprecatedEnv DeprecatedWrapper Error InvalidAction InvalidBound InvalidMetadata InvalidProbability MissingArgument NameNotFound NamespaceNotFound NoAsyncCallError RegistrationError ResetNeeded UnregisteredEnv UnsupportedMode VersionNotFound
gymnasium.spaces.box	Box
gymnasium.spaces.dict	Dict
gymnasium.spaces.discrete	Discrete
gymnasium.spaces.graph	Graph GraphInstance
gymnasium.spaces.multi_binary	MultiBinary
gymnasium.spaces.multi_discrete	MultiDiscrete
gymnasium.spaces.oneof	OneOf
gymnasium.spaces.sequence	Sequence
gymnasium.spaces.space	Space
gymnasium.spaces.text	Text
gymnasium.spaces.tuple	Tuple
hdbscan._hdbscan_boruvka	BallTreeBoruvkaAlgorithm BoruvkaUnionFind KDTreeBoruvkaAlgorithm
hdbscan._hdbscan_linkage	UnionFind
hdbscan._hdbscan_tree	TreeUnionFind
hdbscan.branches	BranchDetector SequentialPool
hdbscan.dist_metrics	ArccosDistance BrayCurtisDistance CanberraDistance ChebyshevDistance DiceDistance DistanceMetric EuclideanDistance HammingDistance HaversineDistance JaccardDistance KulsinskiDistance MahalanobisDistance ManhattanDistance MatchingDistance MinkowskiDistance RogersTanimotoDistance RussellRaoDistance SEuclideanDistance SokalMichenerDistance SokalSneathDistance WMinkowskiDistance	newObj
hdbscan.hdbscan_	HDBSCAN
hdbscan.robust_single_linkage_	RobustSingleLinkage
http	HTTPMethod HTTPStatus	HTTPMethod HTTPStatus
imblearn.base	BaseSampler FunctionSampler SamplerMixin
imblearn.combine._smote_enn	SMOTEENN
imblearn.combine._smote_tomek	SMOTETomek
imblearn.ensemble._bagging	BalancedBaggingClassifier
imblearn.ensemble._easy_ensemble	EasyEnsembleClassifier
imblearn.ensemble._forest	BalancedRandomForestClassifier
imblearn.ensemble._weight_boosting	RUSBoostClassifier
imblearn.metrics.pairwise	ValueDifferenceMetric
imblearn.model_selection._split	InstanceHardnessCV
imblearn.over_sampling._adasyn	ADASYN
imblearn.over_sampling._random_over_sampler	RandomOverSampler
imblearn.over_sampling._smote.base	BaseSMOTE SMOTE SMOTEN SMOTENC
imblearn.over_sampling._smote.cluster	KMeansSMOTE
imblearn.over_sampling._smote.filter	BorderlineSMOTE SVMSMOTE
imblearn.over_sampling.base	BaseOverSampler
imblearn.pipeline	Pipeline
imblearn.under_sampling._prototype_generation._cluster_centroids	ClusterCentroids
imblearn.under_sampling._prototype_selection._condensed_nearest_neighbour	CondensedNearestNeighbour
imblearn.under_sampling._prototype_selection._edited_nearest_neighbours	AllKNN EditedNearestNeighbours RepeatedEditedNearestNeighbours
imblearn.under_sampling._prototype_selection._instance_hardness_threshold	InstanceHardnessThreshold
imblearn.under_sampling._prototype_selection._nearmiss	NearMiss
imblearn.under_sampling._prototype_selection._neighbourhood_cleaning_rule	NeighbourhoodCleaningRule
imblearn.under_sampling._prototype_selection._one_sided_selection	OneSidedSelection
imblearn.under_sampling._prototype_selection._random_under_sampler	RandomUnderSampler
imblearn.under_sampling._prototype_selection._tomek_links	TomekLinks
imblearn.under_sampling.base	BaseCleaningSampler BaseUnderSampler
imblearn.utils._docstring	Substitution
imblearn.utils._tags	InputTags SamplerTags Tags
imblearn.utils._validation	ArraysTransformer
imblearn.utils.testing	_CustomClusterer _CustomNearestNeighbors
imodels.algebraic.gam_multitask	MultiTaskGAM MultiTaskGAMClassifier MultiTaskGAMRegressor
imodels.algebraic.gam_shap	ShapGAM ShapGAMClassifier ShapGAMRegressor
imodels.algebraic.gp_gam	GPGamRegressor
imodels.algebraic.marginal_shrinkage_linear_model	MarginalLinearClassifier MarginalLinearModel MarginalLinearRegressor MarginalShrinkageLinearModel MarginalShrinkageLinearRegressor
imodels.algebraic.risk_score.fast_risk_score	FastRiskScoreClassifier _Binarizer
imodels.algebraic.risk_score.solver	Data ILS _Search
imodels.algebraic.slim	SLIMClassifier SLIMRegressor
imodels.algebraic.tree_gam	TreeGAM TreeGAMClassifier TreeGAMRegressor
imodels.algebraic.tree_gam_minimal	TreeGAMMinimal TreeGAMMinimalClassifier TreeGAMMinimalRegressor
imodels.clustering.stableclustering	StableClustering
imodels.discretization.discretizer	AbstractDiscretizer BasicDiscretizer ExtraBasicDiscretizer RFDiscretizer
imodels.discretization.mdlp	BRLDiscretizer
imodels.discretization.simple	SimpleDiscretizer
imodels.importance.block_transformers	BlockPartitionedData BlockTransformerBase CompositeTransformer IdentityTransformer MDIPlusDefaultTransformer TreeTransformer
imodels.importance.local_stumps	LocalDecisionStump
imodels.importance.mdi_plus	ForestMDIPlus TreeMDIPlus
imodels.importance.ppms	GenericClassifierPPM GenericRegressorPPM GlmClassifierPPM GlmRegressorPPM LassoRegressorPPM LogisticClassifierPPM PartialPredictionModelBase RidgeClassifierPPM RidgeRegressorPPM RobustRegressorPPM _GenericPPM _GlmPPM _RidgePPM
imodels.importance.rf_plus	RandomForestPlusClassifier RandomForestPlusRegressor _RandomForestPlus
imodels.rule_list.bayesian_rule_list.bayesian_rule_list	BayesianRuleListClassifier
imodels.rule_list.fast_frugal_tree	FastFrugalTreeClassifier
imodels.rule_list.greedy_rule_list	GreedyRuleListClassifier
imodels.rule_list.one_r	OneRClassifier
imodels.rule_list.rule_list	RuleList
imodels.rule_set.boosted_rules	BoostedRulesClassifier BoostedRulesRegressor
imodels.rule_set.brs	BayesianRuleSetClassifier
imodels.rule_set.fplasso	FPLasso FPLassoClassifier FPLassoRegressor
imodels.rule_set.fpskope	FPSkopeClassifier
imodels.rule_set.rule_fit	RuleFit RuleFitClassifier RuleFitRegressor
imodels.rule_set.rule_set	RuleSet
imodels.rule_set.skope_rules	SkopeRulesClassifier
imodels.rule_set.slipper	SlipperClassifier
imodels.rule_set.slipper_util	SlipperBaseEstimator
imodels.tree.c45_tree.c45_tree	C45TreeClassifier HSC45TreeClassifier HSC45TreeClassifierCV
imodels.tree.cart_ccp	DecisionTreeCCPClassifier DecisionTreeCCPRegressor HSDecisionTreeCCPClassifierCV HSDecisionTreeCCPRegressorCV
imodels.tree.cart_wrapper	GreedyTreeClassifier GreedyTreeRegressor
imodels.tree.custom_greedy_tree	CustomDecisionTreeClassifier Node
imodels.tree.figs	FIGS FIGSCV FIGSClassifier FIGSClassifierCV FIGSRegressor FIGSRegressorCV Node
imodels.tree.hierarchical_shrinkage	HSTree HSTreeClassifier HSTreeClassifierCV HSTreeRegressor HSTreeRegressorCV
imodels.tree.iterative_random_forest._forest	_WeightedForest _WeightedTree
imodels.tree.iterative_random_forest.iterative_random_forest	IRFClassifier IRFRegressor _IRFBase
imodels.tree.optimal_tree.fast_small_tree	FastSmallTreeClassifier
imodels.tree.optimal_tree.solver	BinaryEncoder BitDataset Node NumpyEncoder Optimizer TargetEncoder TimeLimitReached TreeClassifier _StoreView
imodels.tree.tao	TaoTree TaoTreeClassifier TaoTreeRegressor
imodels.util.automl	AutoInterpretableClassifier AutoInterpretableModel AutoInterpretableRegressor
imodels.util.distillation	DistilledRegressor
imodels.util.ensemble	ResidualBoostingRegressor SimpleBaggingRegressor
imodels.util.introspection	LeavesMixin RuleInspectionMixin RulesMixin TextMixin
imodels.util.progress	_NullBar
imodels.util.rule	Rule
imodels.util.transforms	CorrelationScreenTransformer FriedScale Winsorizer
implicit.cpu.als	AlternatingLeastSquares
implicit.cpu.matrix_factorization_base	MatrixFactorizationBase
implicit.nearest_neighbours	BM25Recommender CosineRecommender ItemItemRecommender TFIDFRecommender
implicit.recommender_base	ModelFitError RecommenderBase
implicit.utils	ParameterWarning
inspect	Parameter Signature _ParameterKind	Parameter Signature _ParameterKind	_empty
interpret.api.base	ExplainerMixin ExplanationMixin
interpret.api.templates	FeatureValueExplanation
interpret.blackbox._lime	LimeTabular
interpret.blackbox._partialdependence	PDPExplanation PartialDependence
interpret.blackbox._sensitivity	MorrisExplanation MorrisSampler MorrisSensitivity SamplerMixin
interpret.glassbox._aplr	APLRClassifier APLRClassifierTags APLRExplanation APLRInputTags APLRRegressor APLRRegressorTags APLRTags APLRTargetTags
interpret.glassbox._decisiontree	BaseShallowDecisionTree ClassificationTree RegressionTree TreeClassifierTags TreeExplanation TreeInputTags TreeRegressorTags TreeTags TreeTargetTags
interpret.glassbox._ebm._ebm	DPExplainableBoostingClassifier DPExplainableBoostingRegressor EBMExplanation EBMModel EbmClassifierTags EbmInputTags EbmRegressorTags EbmTags EbmTargetTags ExplainableBoostingClassifier ExplainableBoostingRegressor
interpret.glassbox._linear	BaseLinear LinearClassifierTags LinearExplanation LinearInputTags LinearRegression LinearRegressorTags LinearTags LinearTargetTags LogisticRegression
interpret.glassbox._skoperules	DecisionClassifierTags DecisionInputTags DecisionListClassifier DecisionRegressorTags DecisionTags DecisionTargetTags RulesExplanation
interpret.greybox._treeinterpreter	TreeInterpreter
interpret.utils._clean_x	_ImpossibleType
interpret.utils._preprocessor	EBMPreprocessor PreprocessorInputTags PreprocessorTags PreprocessorTargetTags PreprocessorTransformerTags
interpret.utils._shared_dataset	SharedDataset
io	BytesIO StringIO	BytesIO StringIO
ipaddress	IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network	IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network
itertools		count repeat
jax._src.nn.initializers			_complex_truncated_normal _complex_uniform
jax.nn.initializers			ones zeros
jax.numpy	float32
joblib.numpy_pickle	NumpyArrayWrapper
json			dumps
kmodes.kmodes	KModes
kmodes.kprototypes	KPrototypes
kmodes.util.dissim			euclidean_dissim matching_dissim
lifelines.exceptions	ApproximationWarning ConvergenceError ConvergenceWarning ProportionalHazardAssumptionError StatError StatisticalWarning
lifelines.fitters	BaseFitter KnownModelParametricUnivariateFitter NonParametricUnivariateFitter ParametericAFTRegressionFitter ParametricRegressionFitter ParametricUnivariateFitter RegressionFitter SemiParametricRegressionFitter UnivariateFitter		ParametricRegressionFitter._add_penalty ParametricRegressionFitter._create_neg_likelihood_with_penalty_function ParametricRegressionFitter._log_likelihood_right_censoring
lifelines.fitters.aalen_additive_fitter	AalenAdditiveFitter
lifelines.fitters.aalen_johansen_fitter	AalenJohansenFitter
lifelines.fitters.breslow_fleming_harrington_fitter	BreslowFlemingHarringtonFitter
lifelines.fitters.cox_time_varying_fitter	CoxTimeVaryingFitter
lifelines.fitters.coxph_fitter	CoxPHFitter ParametricCoxModelFitter ParametricPiecewiseBaselinePHFitter ParametricSplinePHFitter SemiParametricPHFitter _BatchVsSingle
lifelines.fitters.crc_spline_fitter	CRCSplineFitter
lifelines.fitters.exponential_fitter	ExponentialFitter
lifelines.fitters.generalized_gamma_fitter	GeneralizedGammaFitter
lifelines.fitters.generalized_gamma_regression_fitter	GeneralizedGammaRegressionFitter
lifelines.fitters.kaplan_meier_fitter	KaplanMeierFitter
lifelines.fitters.log_logistic_aft_fitter	LogLogisticAFTFitter
lifelines.fitters.log_logistic_fitter	LogLogisticFitter
lifelines.fitters.log_normal_aft_fitter	LogNormalAFTFitter
lifelines.fitters.log_normal_fitter	LogNormalFitter
lifelines.fitters.mixins	ProportionalHazardMixin SplineFitterMixin
lifelines.fitters.mixture_cure_fitter	MixtureCureFitter
lifelines.fitters.nelson_aalen_fitter	NelsonAalenFitter		NelsonAalenFitter._additive_f_smooth NelsonAalenFitter._variance_f_smooth
lifelines.fitters.npmle	interval min_max
lifelines.fitters.piecewise_exponential_fitter	PiecewiseExponentialFitter
lifelines.fitters.piecewise_exponential_regression_fitter	PiecewiseExponentialRegressionFitter
lifelines.fitters.spline_fitter	SplineFitter
lifelines.fitters.weibull_aft_fitter	WeibullAFTFitter
lifelines.fitters.weibull_fitter	WeibullFitter
lifelines.statistics	StatisticalResult TimeTransformers
lifelines.utils	CensoringType CovariateParameterMappings DataframeSlicer LinearAccumulator QuadraticAccumulator StepSizer	CensoringType
lifelines.utils.btree	_BTree
lifelines.utils.printer	Printer
lightgbm.callback	CallbackEnv EarlyStopException _RecordEvaluationCallback _ResetParameterCallback
lightgbm.sklearn	LGBMClassifier LGBMModel LGBMRanker LGBMRegressor _EvalFunctionWrapper _ObjectiveFunctionWrapper
lightning_fabric.utilities.data	AttributeDict _WrapAttrTag	_WrapAttrTag
lightning_fabric.utilities.types	CollectibleGroup Optimizable Steppable _Stateful
lightning_utilities.core.enums	StrEnum	StrEnum
lime.discretize	BaseDiscretizer DecileDiscretizer EntropyDiscretizer QuartileDiscretizer StatsDiscretizer
lime.exceptions	LimeError
lime.explanation	DomainMapper Explanation
lime.lime_base	LimeBase
lime.lime_image	ImageExplanation LimeImageExplainer
lime.lime_tabular	LimeTabularExplainer RecurrentTabularExplainer TableDomainMapper
lime.lime_text	IndexedCharacters IndexedString LimeTextExplainer TextDomainMapper
lime.submodular_pick	SubmodularPick
lime.wrappers.scikit_image	BaseWrapper SegmentationAlgorithm
linear_operator.beta_features	_moved_beta_feature default_preconditioner
linear_operator.operators._linear_operator	LinearOperator
linear_operator.operators.added_diag_linear_operator	AddedDiagLinearOperator
linear_operator.operators.batch_repeat_linear_operator	BatchRepeatLinearOperator
linear_operator.operators.block_diag_linear_operator	BlockDiagLinearOperator _MetaBlockDiagLinearOperator
linear_operator.operators.block_interleaved_linear_operator	BlockInterleavedLinearOperator
linear_operator.operators.block_linear_operator	BlockLinearOperator
linear_operator.operators.cat_linear_operator	CatLinearOperator
linear_operator.operators.chol_linear_operator	CholLinearOperator
linear_operator.operators.constant_mul_linear_operator	ConstantMulLinearOperator
linear_operator.operators.dense_linear_operator	DenseLinearOperator
linear_operator.operators.diag_linear_operator	ConstantDiagLinearOperator DiagLinearOperator
linear_operator.operators.identity_linear_operator	IdentityLinearOperator
linear_operator.operators.interpolated_linear_operator	InterpolatedLinearOperator
linear_operator.operators.keops_linear_operator	KeOpsLinearOperator
linear_operator.operators.kernel_linear_operator	KernelLinearOperator
linear_operator.operators.kronecker_product_added_diag_linear_operator	KroneckerProductAddedDiagLinearOperator
linear_operator.operators.kronecker_product_linear_operator	KroneckerProductDiagLinearOperator KroneckerProductLinearOperator KroneckerProductTriangularLinearOperator
linear_operator.operators.linear_operator_representation_tree	LinearOperatorRepresentationTree
linear_operator.operators.low_rank_root_added_diag_linear_operator	LowRankRootAddedDiagLinearOperator
linear_operator.operators.low_rank_root_linear_operator	LowRankRootLinearOperator
linear_operator.operators.masked_linear_operator	MaskedLinearOperator
linear_operator.operators.matmul_linear_operator	MatmulLinearOperator
linear_operator.operators.mul_linear_operator	MulLinearOperator
linear_operator.operators.permutation_linear_operator	AbstractPermutationLinearOperator PermutationLinearOperator TransposePermutationLinearOperator
linear_operator.operators.psd_sum_linear_operator	PsdSumLinearOperator
linear_operator.operators.root_linear_operator	RootLinearOperator
linear_operator.operators.sum_batch_linear_operator	SumBatchLinearOperator
linear_operator.operators.sum_kronecker_linear_operator	SumKroneckerLinearOperator
linear_operator.operators.sum_linear_operator	SumLinearOperator
linear_operator.operators.toeplitz_linear_operator	ToeplitzLinearOperator
linear_operator.operators.triangular_linear_operator	TriangularLinearOperator _TriangularLinearOperatorBase
linear_operator.operators.zero_linear_operator	ZeroLinearOperator
linear_operator.settings	_dtype_value_context _fast_covar_root_decomposition _fast_log_prob _fast_solves _feature_flag _linalg_dtype_cholesky _linalg_dtype_symeig _value_context cg_tolerance cholesky_jitter cholesky_max_tries ciq_samples debug deterministic_probes fast_computations linalg_dtypes max_cg_iterations max_cholesky_size max_lanczos_quadrature_iterations max_preconditioner_size max_root_decomposition_size memory_efficient min_preconditioning_size minres_tolerance num_contour_quadrature num_trace_samples preconditioner_tolerance skip_logdet_forward stable_qr_cpu_threshold terminate_cg_by_size trace_mode tridiagonal_jitter use_toeplitz verbose_linalg
linear_operator.utils.deprecation	DeprecationError
linear_operator.utils.errors	CachingError NanError NotPSDError
linear_operator.utils.stochastic_lq	StochasticLQ
linear_operator.utils.warnings	NumericalWarning PerformanceWarning
logging	LogRecord
ml_dtypes	bfloat16
mlxtend._base._base_model	_BaseModel
mlxtend._base._classifier	_Classifier
mlxtend._base._cluster	_Cluster
mlxtend._base._iterative_model	_IterativeModel
mlxtend._base._multiclass	_MultiClass
mlxtend._base._multilayer	_MultiLayer
mlxtend._base._regressor	_Regressor
mlxtend.classifier._base_classification	_BaseStackingClassifier
mlxtend.classifier.adaline	Adaline
mlxtend.classifier.ensemble_vote	EnsembleVoteClassifier
mlxtend.classifier.logistic_regression	LogisticRegression
mlxtend.classifier.multilayerperceptron	MultiLayerPerceptron
mlxtend.classifier.oner	OneRClassifier
mlxtend.classifier.perceptron	Perceptron
mlxtend.classifier.softmax_regression	SoftmaxRegression
mlxtend.classifier.stacking_classification	StackingClassifier
mlxtend.classifier.stacking_cv_classification	StackingCVClassifier
mlxtend.cluster.kmeans	Kmeans
mlxtend.evaluate.bootstrap_outofbag	BootstrapOutOfBag
mlxtend.evaluate.holdout	PredefinedHoldoutSplit RandomHoldoutSplit
mlxtend.evaluate.time_series	GroupTimeSeriesSplit
mlxtend.externals.signature_py27	BoundArguments Parameter Signature _ParameterKind _empty _void
mlxtend.feature_extraction.base	_BaseFeatureExtractor
mlxtend.feature_extraction.linear_discriminant_analysis	LinearDiscriminantAnalysis
mlxtend.feature_extraction.principal_component_analysis	PrincipalComponentAnalysis
mlxtend.feature_extraction.rbf_kernel_pca	RBFKernelPCA
mlxtend.feature_selection.column_selector	ColumnSelector
mlxtend.feature_selection.exhaustive_feature_selector	ExhaustiveFeatureSelector
mlxtend.feature_selection.sequential_feature_selector	SequentialFeatureSelector
mlxtend.frequent_patterns.fpcommon	FPNode FPTree
mlxtend.frequent_patterns.fpmax	MFITree
mlxtend.preprocessing.copy_transformer	CopyTransformer
mlxtend.preprocessing.dense_transformer	DenseTransformer
mlxtend.preprocessing.mean_centering	MeanCenterer
mlxtend.preprocessing.transactionencoder	TransactionEncoder
mlxtend.regressor.linear_regression	LinearRegression
mlxtend.regressor.stacking_cv_regression	StackingCVRegressor
mlxtend.regressor.stacking_regression	StackingRegressor
mlxtend.utils.base_compostion	_BaseXComposition
mlxtend.utils.counter	Counter
networkx.algorithms.isomorphism.ismags	EdgeLookup ISMAGS
networkx.algorithms.isomorphism.isomorphvf2	DiGMState GMState
networkx.algorithms.isomorphism.vf2pp	_GraphParameters _StateParameters
networkx.algorithms.tree.branchings	ArborescenceIterator
networkx.algorithms.tree.coding	NotATree
networkx.algorithms.tree.mst	EdgePartition SpanningTreeIterator	EdgePartition
networkx.classes.coreviews	AdjacencyView AtlasView FilterAdjacency FilterAtlas FilterMultiAdjacency FilterMultiInner MultiAdjacencyView UnionAdjacency UnionAtlas UnionMultiAdjacency UnionMultiInner
networkx.classes.digraph	DiGraph _CachedPropertyResetterAdjAndSucc _CachedPropertyResetterPred
networkx.classes.filters	show_nodes
networkx.classes.graph	Graph _CachedPropertyResetterAdj _CachedPropertyResetterNode
networkx.classes.multidigraph	MultiDiGraph
networkx.classes.multigraph	MultiGraph
networkx.classes.reportviews	DegreeView DiDegreeView DiMultiDegreeView EdgeDataView EdgeView EdgeViewABC InDegreeView InEdgeDataView InEdgeView InMultiDegreeView InMultiEdgeDataView InMultiEdgeView MultiDegreeView MultiEdgeDataView MultiEdgeView NodeDataView NodeView OutDegreeView OutEdgeDataView OutEdgeView OutMultiDegreeView OutMultiEdgeDataView OutMultiEdgeView
networkx.exception	AmbiguousSolution ExceededMaxIterations HasACycle NetworkXAlgorithmError NetworkXError NetworkXException NetworkXNoCycle NetworkXNoPath NetworkXNotImplemented NetworkXPointlessConcept NetworkXUnbounded NetworkXUnfeasible NodeNotFound PowerIterationFailedConvergence
ngboost.api	NGBClassifier NGBRegressor NGBSurvival
ngboost.distns.categorical	CategoricalCRPScore CategoricalLogScore
ngboost.distns.cauchy	Cauchy CauchyFixedVar
ngboost.distns.distn	ClassificationDistn Distn RegressionDistn
ngboost.distns.exponential	Exponential ExponentialCRPScore ExponentialLogScore
ngboost.distns.gamma	Gamma GammaLogScore
ngboost.distns.halfnormal	HalfNormal HalfNormalLogScore
ngboost.distns.laplace	Laplace LaplaceCRPScore LaplaceLogScore
ngboost.distns.lognormal	LogNormal LogNormalCRPScoreCensored LogNormalLogScoreCensored
ngboost.distns.multivariate_normal	MVNLogScore
ngboost.distns.normal	Normal NormalCRPScore NormalFixedMean NormalFixedMeanCRPScore NormalFixedMeanLogScore NormalFixedVar NormalFixedVarCRPScore NormalFixedVarLogScore NormalLogScore
ngboost.distns.poisson	Poisson PoissonLogScore
ngboost.distns.t	T TFixedDf TFixedDfFixedVar TFixedDfFixedVarLogScore TFixedDfLogScore TLogScore
ngboost.distns.weibull	Weibull WeibullLogScore
ngboost.helpers	_CompatTree
ngboost.ngboost	NGBoost
ngboost.scores	CRPScore LogScore Score
nltk.chunk.api	ChunkParserI
nltk.chunk.named_entity	NEChunkParser NEChunkParserTagger
nltk.chunk.regexp	ChunkRule ChunkRuleWithContext ChunkString ExpandLeftRule ExpandRightRule MergeRule RegexpChunkParser RegexpChunkRule RegexpParser SplitRule StripRule UnChunkRule
nltk.chunk.util	ChunkScore
nltk.classify.api	ClassifierI MultiClassifierI
nltk.classify.decisiontree	DecisionTreeClassifier
nltk.classify.maxent	BinaryMaxentFeatureEncoding FunctionBackedMaxentFeatureEncoding GISEncoding MaxentClassifier MaxentFeatureEncodingI TadmEventMaxentFeatureEncoding TadmMaxentClassifier TypedMaxentFeatureEncoding
nltk.classify.naivebayes	NaiveBayesClassifier
nltk.classify.positivenaivebayes	PositiveNaiveBayesClassifier
nltk.classify.rte_classify	RTEFeatureExtractor
nltk.classify.scikitlearn	SklearnClassifier
nltk.classify.svm	SvmClassifier
nltk.classify.textcat	TextCat
nltk.classify.util	CutoffChecker
nltk.cluster.api	ClusterI
nltk.cluster.em	EMClusterer
nltk.cluster.gaac	GAAClusterer
nltk.cluster.kmeans	KMeansClusterer
nltk.cluster.util	Dendrogram VectorSpaceClusterer _DendrogramNode
nltk.collocations	AbstractCollocationFinder BigramCollocationFinder QuadgramCollocationFinder TrigramCollocationFinder
nltk.featstruct	CustomFeatureValue FeatDict FeatList FeatStruct FeatStructReader Feature FeatureValueConcat FeatureValueSet FeatureValueTuple FeatureValueUnion RangeFeature SlashFeature SubstituteBindingsSequence _UnificationFailure _UnificationFailureError
nltk.grammar	CFG DependencyGrammar DependencyProduction FeatStructNonterminal FeatureGrammar FeatureValueType Nonterminal PCFG ProbabilisticDependencyGrammar ProbabilisticProduction Production
nltk.internals	Counter Deprecated ElementWrapper ReadError UntrustedJarError
nltk.lm.api	LanguageModel Smoothing
nltk.lm.counter	NgramCounter
nltk.lm.models	AbsoluteDiscountingInterpolated InterpolatedLanguageModel KneserNeyInterpolated Laplace Lidstone MLE StupidBackoff WittenBellInterpolated
nltk.lm.smoothing	AbsoluteDiscounting KneserNey WittenBell
nltk.lm.vocabulary	Vocabulary
nltk.metrics.agreement	AnnotationTask
nltk.metrics.association	BigramAssocMeasures ContingencyMeasures NgramAssocMeasures QuadgramAssocMeasures TrigramAssocMeasures
nltk.metrics.confusionmatrix	ConfusionMatrix
nltk.metrics.paice	Paice
nltk.parse.api	ParserI
nltk.parse.chart	AbstractChartRule BottomUpChartParser BottomUpLeftCornerChartParser BottomUpPredictCombineRule BottomUpPredictRule CachedTopDownPredictRule Chart ChartParser ChartRuleI EdgeI EmptyPredictRule FilteredBottomUpPredictCombineRule FilteredSingleEdgeFundamentalRule FundamentalRule LeafEdge LeafInitRule LeftCornerChartParser SingleEdgeFundamentalRule SteppingChartParser TopDownChartParser TopDownInitRule TopDownPredictRule TreeEdge _ParseTreeBudget
nltk.parse.dependencygraph	DependencyGraph DependencyGraphError
nltk.parse.earleychart	CompleteFundamentalRule CompleterRule EarleyChartParser FeatureCompleteFundamentalRule FeatureCompleterRule FeatureEarleyChartParser FeatureIncrementalBottomUpChartParser FeatureIncrementalBottomUpLeftCornerChartParser FeatureIncrementalChart FeatureIncrementalChartParser FeatureIncrementalTopDownChartParser FeaturePredictorRule FeatureScannerRule FilteredCompleteFundamentalRule IncrementalBottomUpChartParser IncrementalBottomUpLeftCornerChartParser IncrementalChart IncrementalChartParser IncrementalLeftCornerChartParser IncrementalTopDownChartParser PredictorRule ScannerRule
nltk.parse.evaluate	DependencyEvaluator
nltk.parse.featurechart	FeatureBottomUpChartParser FeatureBottomUpLeftCornerChartParser FeatureBottomUpPredictCombineRule FeatureBottomUpPredictRule FeatureChart FeatureChartParser FeatureEmptyPredictRule FeatureFundamentalRule FeatureSingleEdgeFundamentalRule FeatureTopDownChartParser FeatureTopDownInitRule FeatureTopDownPredictRule FeatureTreeEdge InstantiateVarsChart
nltk.parse.generate	_GenerationBudget
nltk.parse.nonprojectivedependencyparser	DemoScorer DependencyScorerI NaiveBayesDependencyScorer NonprojectiveDependencyParser ProbabilisticNonprojectiveParser
nltk.parse.pchart	BottomUpProbabilisticChartParser InsideChartParser LongestChartParser ProbabilisticBottomUpInitRule ProbabilisticBottomUpPredictRule ProbabilisticFundamentalRule ProbabilisticLeafEdge ProbabilisticTreeEdge RandomChartParser SingleEdgeProbabilisticFundamentalRule UnsortedChartParser
nltk.parse.projectivedependencyparser	ChartCell DependencySpan ProbabilisticProjectiveDependencyParser ProjectiveDependencyParser
nltk.parse.recursivedescent	RecursiveDescentParser SteppingRecursiveDescentParser
nltk.parse.shiftreduce	ShiftReduceParser SteppingShiftReduceParser
nltk.parse.transitionparser	Configuration Transition TransitionParser
nltk.parse.viterbi	ViterbiParser
nltk.probability	ConditionalFreqDist ConditionalProbDist ConditionalProbDistI CrossValidationProbDist DictionaryConditionalProbDist DictionaryProbDist ELEProbDist FreqDist HeldoutProbDist ImmutableProbabilisticMixIn KneserNeyProbDist LaplaceProbDist LidstoneProbDist MLEProbDist MutableProbDist ProbDistI ProbabilisticMixIn RandomProbDist SimpleGoodTuringProbDist UniformProbDist WittenBellProbDist	ConditionalFreqDist FreqDist
nltk.redos	TimedPattern
nltk.sem.cooper_storage	CooperStore
nltk.sem.drt	AnaphoraResolutionException DRS DrsDrawer DrtAbstractVariableExpression DrtApplicationExpression DrtBinaryExpression DrtBooleanExpression DrtConcatenation DrtConstantExpression DrtEqualityExpression DrtEventVariableExpression DrtExpression DrtFunctionVariableExpression DrtIndividualVariableExpression DrtLambdaExpression DrtNegatedExpression DrtOrExpression DrtParser DrtProposition DrtTokens PossibleAntecedents _AnaphoraBudget
nltk.sem.evaluate	Assignment Error Model Undefined Valuation
nltk.sem.hole	Constants Constraint HoleSemantics
nltk.sem.lfg	FStructure
nltk.sem.linearlogic	ApplicationExpression AtomicExpression BindingDict ConstantExpression Expression ImpExpression LinearLogicApplicationException LinearLogicParser Tokens UnificationException VariableBindingException VariableExpression
nltk.sem.logic	AbstractVariableExpression AllExpression AndExpression AnyType ApplicationExpression BasicType BinaryExpression BooleanExpression ComplexType ConstantExpression EntityType EqualityExpression EventType EventVariableExpression ExistsExpression ExpectedMoreTokensException Expression FunctionVariableExpression IffExpression IllegalTypeException ImpExpression InconsistentTypeHierarchyException IndividualVariableExpression IotaExpression LambdaExpression LogicParser LogicalExpressionException NegatedExpression OrExpression QuantifiedExpression SubstituteBindingsI Tokens TruthValueType Type TypeException TypeResolutionException UnexpectedTokenException Variable VariableBinderExpression
nltk.stem.api	StemmerI
nltk.stem.arlstem	ARLSTem
nltk.stem.arlstem2	ARLSTem2
nltk.stem.cistem	Cistem
nltk.stem.isri	ISRIStemmer
nltk.stem.lancaster	LancasterStemmer
nltk.stem.porter	PorterStemmer
nltk.stem.regexp	RegexpStemmer
nltk.stem.snowball	ArabicStemmer DanishStemmer DutchStemmer EnglishStemmer FinnishStemmer FrenchStemmer GermanStemmer HungarianStemmer ItalianStemmer NorwegianStemmer PorterStemmer PortugueseStemmer RomanianStemmer RussianStemmer SpanishStemmer SwedishStemmer _LanguageSpecificStemmer _ScandinavianStemmer _StandardStemmer		EnglishStemmer.stem
nltk.stem.wordnet	WordNetLemmatizer
nltk.tag.api	FeaturesetTaggerI TaggerI
nltk.tag.brill	BrillTagger Pos Word
nltk.tag.brill_trainer	BrillTaggerTrainer
nltk.tag.crf	CRFTagger
nltk.tag.hmm	HiddenMarkovModelTagger HiddenMarkovModelTrainer		_identity
nltk.tag.perceptron	AveragedPerceptron
nltk.tag.sequential	AffixTagger BigramTagger ClassifierBasedPOSTagger ClassifierBasedTagger ContextTagger DefaultTagger NgramTagger RegexpTagger SequentialBackoffTagger TrigramTagger UnigramTagger
nltk.tag.tnt	TnT
nltk.text	ConcordanceIndex ConcordanceLine ContextIndex Text TextCollection TokenSearcher
nltk.tokenize.api	StringTokenizer TokenizerI
nltk.tokenize.casual	TweetTokenizer
nltk.tokenize.destructive	MacIntyreContractions NLTKWordTokenizer
nltk.tokenize.legality_principle	LegalitySyllableTokenizer
nltk.tokenize.mwe	MWETokenizer
nltk.tokenize.punkt	PunktBaseClass PunktLanguageVars PunktParameters PunktSentenceTokenizer PunktToken PunktTrainer
nltk.tokenize.regexp	BlanklineTokenizer RegexpTokenizer WhitespaceTokenizer WordPunctTokenizer
nltk.tokenize.sexpr	SExprTokenizer
nltk.tokenize.simple	CharTokenizer LineTokenizer SpaceTokenizer TabTokenizer
nltk.tokenize.sonority_sequencing	SyllableTokenizer
nltk.tokenize.texttiling	TextTilingTokenizer TokenSequence TokenTableField
nltk.tokenize.toktok	ToktokTokenizer
nltk.tokenize.treebank	TreebankWordDetokenizer TreebankWordTokenizer
nltk.tokenize.util	CJKChars
nltk.translate.api	AlignedSent Alignment PhraseTable PhraseTableEntry
nltk.translate.bleu_score	Fraction SmoothingFunction
nltk.translate.gale_church	LanguageIndependent
nltk.translate.ibm1	IBMModel1
nltk.translate.ibm2	IBMModel2 Model2Counts
nltk.translate.ibm3	IBMModel3 Model3Counts
nltk.translate.ibm4	IBMModel4 Model4Counts
nltk.translate.ibm5	IBMModel5 Model5Counts Slots
nltk.translate.ibm_model	AlignmentInfo Counts IBMModel
nltk.translate.stack_decoder	StackDecoder _Hypothesis _Stack
nltk.tree.immutable	ImmutableMultiParentedTree ImmutableParentedTree ImmutableProbabilisticTree ImmutableTree
nltk.tree.parented	AbstractParentedTree MultiParentedTree ParentedTree
nltk.tree.prettyprinter	TreePrettyPrinter
nltk.tree.probabilistic	ProbabilisticTree
nltk.tree.tree	Tree
nltk.treeprettyprinter	TreePrettyPrinter
nltk.util	Index
numpy	bool bool_ bytes_ cdouble chararray clongdouble complex128 complex256 complex64 complex_ csingle datetime64 double dtype finfo float128 float16 float32 float64 float_ half iinfo int16 int32 int64 int8 int_ intc intp long longdouble longlong matrix ndarray object_ poly1d recarray record single str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc uintp ulong ulonglong unicode_ vectorize void	bool bool_ bytes_ cdouble clongdouble complex128 complex256 complex64 complex_ csingle datetime64 double dtype float128 float16 float32 float64 float_ half int16 int32 int64 int8 int_ intc intp long longdouble longlong matrix ndarray object_ recarray record single str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc uintp ulong ulonglong unicode_ void	abs absolute acos acosh add amax amin arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin array asarray asin asinh atan atan2 atanh bitwise_and bitwise_count bitwise_invert bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor bool8 cbrt ceil character clip complexfloating concatenate conj conjugate copysign cos cosh cumsum deg2rad degrees divide divmod dot equal exp exp2 expm1 expm1x eye fabs flexible float_power floating floor floor_divide fmax fmin fmod frexp gcd generic greater greater_equal heaviside hypot identity inexact integer invert isfinite isinf isnan isnat lcm ldexp left_shift less less_equal log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor matmul matvec max maximum mean median min minimum mod modf multiply nan_to_num nanmax nanmean nanmedian nanmin nanstd nansum negative nextafter not_equal number ones percentile positive pow power prod quantile rad2deg radians ravel reciprocal remainder right_shift rint round sign signbit signedinteger sin sinh spacing sqrt square squeeze std subtract sum tan tanh true_divide trunc unsignedinteger var vecdot vecmat where zeros
numpy._core._internal		_convert_to_stringdtype_kwargs
numpy._core._multiarray_umath		_reconstruct scalar
numpy._core.multiarray		_reconstruct scalar
numpy._core.numeric		_frombuffer
numpy._core.records	recarray record
numpy.char	chararray
numpy.core._multiarray_umath		_reconstruct scalar	absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_count bitwise_or bitwise_xor cbrt ceil clip conj conjugate copysign cos cosh count deg2rad degrees divide divmod endswith equal exp exp2 expm1 fabs find float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside hypot imag index invert isalnum isalpha isdecimal isdigit isfinite isinf islower isnan isnat isnumeric isspace istitle isupper lcm ldexp left_shift less less_equal log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor matmul matvec maximum minimum mod modf multiply negative nextafter not_equal positive power rad2deg radians real reciprocal remainder rfind right_shift rindex rint sign signbit sin sinh spacing sqrt square startswith str_len subtract tan tanh true_divide trunc vecdot vecmat
numpy.core.defchararray	chararray
numpy.core.multiarray		_reconstruct scalar
numpy.core.numeric		_frombuffer
numpy.core.records	recarray record
numpy.dtypes	BoolDType BytesDType CLongDoubleDType Complex128DType Complex64DType DateTime64DType Float16DType Float32DType Float64DType Int16DType Int32DType Int64DType Int8DType LongDoubleDType LongLongDType ObjectDType StrDType StringDType TimeDelta64DType UInt16DType UInt32DType UInt64DType UInt8DType ULongLongDType VoidDType
numpy.lib._polynomial_impl	poly1d
numpy.lib.polynomial	poly1d
numpy.linalg			norm
numpy.ma	MaskedArray
numpy.ma.core	MAError MaskError MaskedArray MaskedArrayFutureWarning MaskedConstant MaskedIterator _DomainCheckInterval _DomainGreater _DomainGreaterEqual _DomainSafeDivide _DomainTan _DomainedBinaryOperation _MaskedBinaryOperation _MaskedPrintOption _MaskedUFunc _MaskedUnaryOperation _convert2ma _frommethod mvoid	_mareconstruct
numpy.matrixlib.defmatrix	matrix
numpy.polynomial._polybase	ABCPolyBase
numpy.polynomial.chebyshev	Chebyshev
numpy.polynomial.hermite	Hermite
numpy.polynomial.hermite_e	HermiteE
numpy.polynomial.laguerre	Laguerre
numpy.polynomial.legendre	Legendre
numpy.polynomial.polynomial	Polynomial
numpy.polynomial.polyutils	PolyBase PolyDomainError PolyError RankWarning
numpy.random		__RandomState_ctor
numpy.random._bit_generator	BitGenerator ISeedSequence ISpawnableSeedSequence SeedSequence SeedlessSeedSequence SeedlessSequence	__pyx_unpickle_SeedSequence
numpy.random._generator	Generator
numpy.random._mt19937	MT19937
numpy.random._pcg64	PCG64 PCG64DXSM
numpy.random._philox	Philox
numpy.random._pickle		__bit_generator_ctor __generator_ctor __randomstate_ctor
numpy.random._sfc64	SFC64
numpy.random.bit_generator	BitGenerator ISeedSequence ISpawnableSeedSequence SeedSequence SeedlessSeedSequence SeedlessSequence	__pyx_unpickle_SeedSequence
numpy.random.mtrand	RandomState
numpy.rec	recarray record
operator		itemgetter	add eq floordiv ge gt le lt mul ne neg pos sub truediv
optax._src.base	EmptyState StatefulSchedule
optax._src.transform	ScaleByAdamState
optax.contrib._ademamix	ScaleByAdemamixState ScaleBySimplifiedAdEMAMixState
optax.contrib._cocob	COCOBState
optax.contrib._complex_valued	SplitRealAndImaginaryArrays SplitRealAndImaginaryState
optax.contrib._dadapt_adamw	DAdaptAdamWState
optax.contrib._dog	DoGState DoWGState
optax.contrib._galore	GaLoreDimensionNumbers GaLoreState
optax.contrib._madgrad	MadgradState
optax.contrib._mechanic	MechanicState
optax.contrib._momo	MomoAdamState MomoState
optax.contrib._muon	MuonDimensionNumbers MuonState
optax.contrib._privacy	DifferentiallyPrivateAggregateState
optax.contrib._prodigy	ProdigyState
optax.contrib._reduce_on_plateau	ReduceLROnPlateauState
optax.contrib._sam	SAMState
optax.contrib._schedule_free	ScheduleFreeState
optax.contrib._sophia	HutchinsonState SophiaState
optax.experimental._aggregating	AccumulateAvgUpdatesState Aggregator AggregatorUpdateFn PerElementMeanAndSumSqDiffGradsState PerElementMeanAndVarianceEMAState
optax.losses._fenchel_young	MaxFun
optax.microbatching._microbatching	AccumulationType Accumulator	AccumulationType
optax.perturbations._make_pert	Gumbel Normal
optax.schedules._inject	InjectHyperparamsState InjectStatefulHyperparamsState WrappedSchedule WrappedScheduleState
optax.second_order._deprecated	LossFn
optax.transforms._accumulation	EmaState MultiSteps MultiStepsState ShouldSkipUpdateFunction TraceState
optax.transforms._adding	AddNoiseState WeightDecaySchedule
optax.transforms._combining	PartitionState
optax.transforms._conditionality	ApplyIfFiniteState ConditionFn ConditionallyMaskState ConditionallyTransformState
optax.transforms._constraining	ZeroNansState
optax.transforms._masking	MaskedNode MaskedState
optax.transforms._monitoring	MonitorState SnapshotState
optax.tree_utils._state_utils	Initable NamedTupleKey _ParamsPlaceholder
optuna.distributions	BaseDistribution CategoricalDistribution DiscreteUniformDistribution FloatDistribution IntDistribution IntLogUniformDistribution IntUniformDistribution LogUniformDistribution UniformDistribution
optuna.exceptions	CLIUsageError DuplicatedStudyError ExperimentalWarning OptunaError StorageInternalError TrialPruned UpdateFinishedTrialError
optuna.pruners._base	BasePruner
optuna.pruners._hyperband	HyperbandPruner
optuna.pruners._median	MedianPruner
optuna.pruners._nop	NopPruner
optuna.pruners._patient	PatientPruner
optuna.pruners._percentile	PercentilePruner
optuna.pruners._successive_halving	SuccessiveHalvingPruner
optuna.pruners._threshold	ThresholdPruner
optuna.pruners._wilcoxon	WilcoxonPruner
optuna.samplers._base	BaseSampler
optuna.samplers._brute_force	BruteForceSampler _TreeNode _UnexpandedTreeNode
optuna.samplers._cmaes	CmaEsSampler
optuna.samplers._ga._base	BaseGASampler
optuna.samplers._gp.sampler	GPSampler
optuna.samplers._grid	GridSampler
optuna.samplers._lazy_random_state	LazyRandomState
optuna.samplers._nsgaiii._elite_population_selection_strategy	NSGAIIIElitePopulationSelectionStrategy
optuna.samplers._nsgaiii._sampler	NSGAIIISampler
optuna.samplers._partial_fixed	PartialFixedSampler
optuna.samplers._qmc	QMCSampler
optuna.samplers._random	RandomSampler
optuna.samplers._tpe.parzen_estimator	_ParzenEstimator _ParzenEstimatorParameters
optuna.samplers._tpe.probability_distributions	_BatchedCategoricalDistributions _BatchedDiscreteTruncLogNormDistributions _BatchedDiscreteTruncNormDistributions _BatchedTruncLogNormDistributions _BatchedTruncNormDistributions _MixtureOfProductDistribution
optuna.samplers._tpe.sampler	TPESampler		default_weights
optuna.samplers.nsgaii._after_trial_strategy	NSGAIIAfterTrialStrategy
optuna.samplers.nsgaii._child_generation_strategy	NSGAIIChildGenerationStrategy
optuna.samplers.nsgaii._crossovers._base	BaseCrossover
optuna.samplers.nsgaii._crossovers._blxalpha	BLXAlphaCrossover
optuna.samplers.nsgaii._crossovers._sbx	SBXCrossover
optuna.samplers.nsgaii._crossovers._spx	SPXCrossover
optuna.samplers.nsgaii._crossovers._undx	UNDXCrossover
optuna.samplers.nsgaii._crossovers._uniform	UniformCrossover
optuna.samplers.nsgaii._crossovers._vsbx	VSBXCrossover
optuna.samplers.nsgaii._elite_population_selection_strategy	NSGAIIElitePopulationSelectionStrategy
optuna.samplers.nsgaii._mutations._base	BaseMutation
optuna.samplers.nsgaii._mutations._polynomial	PolynomialMutation
optuna.samplers.nsgaii._sampler	NSGAIISampler
optuna.search_space.group_decomposed	_GroupDecomposedSearchSpace _SearchSpaceGroup
optuna.search_space.intersection	IntersectionSearchSpace
optuna.storages._in_memory	InMemoryStorage _StudyInfo
optuna.study._frozen	FrozenStudy
optuna.study._study_direction	StudyDirection	StudyDirection
optuna.study._study_summary	StudySummary
optuna.terminator.callback	TerminatorCallback
optuna.terminator.erroreval	BaseErrorEvaluator CrossValidationErrorEvaluator StaticErrorEvaluator
optuna.terminator.improvement.emmr	EMMREvaluator
optuna.terminator.improvement.evaluator	BaseImprovementEvaluator BestValueStagnationEvaluator RegretBoundEvaluator
optuna.terminator.median_erroreval	MedianErrorEvaluator
optuna.terminator.terminator	BaseTerminator Terminator
optuna.trial._base	BaseTrial
optuna.trial._fixed	FixedTrial
optuna.trial._frozen	FrozenTrial
optuna.trial._state	TrialState	TrialState
optuna.trial._trial	Trial _LazyTrialSystemAttrs
os		stat_result statvfs_result terminal_size times_result uname_result
pandas	ArrowDtype BooleanDtype Categorical CategoricalDtype CategoricalIndex DataFrame DateOffset DatetimeIndex DatetimeTZDtype Flags Float32Dtype Float64Dtype Index Int16Dtype Int32Dtype Int64Dtype Int8Dtype Interval IntervalDtype IntervalIndex MultiIndex Period PeriodDtype PeriodIndex RangeIndex Series SparseDtype StringDtype Timedelta TimedeltaIndex Timestamp UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype	DateOffset Interval Period PeriodDtype StringDtype Timedelta Timestamp	NA NaT
pandas._libs.arrays	NDArrayBacked	__pyx_unpickle_NDArrayBacked
pandas._libs.index	BaseMultiIndexCodesEngine BoolEngine Complex128Engine Complex64Engine DatetimeEngine ExtensionEngine Float32Engine Float64Engine IndexEngine Int16Engine Int32Engine Int64Engine Int8Engine MaskedBoolEngine MaskedComplex128Engine MaskedComplex64Engine MaskedFloat32Engine MaskedFloat64Engine MaskedIndexEngine MaskedInt16Engine MaskedInt32Engine MaskedInt64Engine MaskedInt8Engine MaskedUInt16Engine MaskedUInt32Engine MaskedUInt64Engine MaskedUInt8Engine ObjectEngine PeriodEngine StringEngine StringObjectEngine TimedeltaEngine UInt16Engine UInt32Engine UInt64Engine UInt8Engine
pandas._libs.internals	Block BlockManager BlockPlacement BlockValuesRefs NDArrayBackedBlock NumpyBlock SharedBlock	_unpickle_block
pandas._libs.interval	Float64ClosedBothIntervalNode Float64ClosedLeftIntervalNode Float64ClosedNeitherIntervalNode Float64ClosedRightIntervalNode Int64ClosedBothIntervalNode Int64ClosedLeftIntervalNode Int64ClosedNeitherIntervalNode Int64ClosedRightIntervalNode Interval IntervalMixin IntervalTree Uint64ClosedBothIntervalNode Uint64ClosedLeftIntervalNode Uint64ClosedNeitherIntervalNode Uint64ClosedRightIntervalNode	Interval __pyx_unpickle_IntervalMixin
pandas._libs.missing	C_NAType NAType		NA
pandas._libs.sparse	BlockIndex BlockMerge BlockUnion IntIndex SparseIndex	BlockIndex IntIndex
pandas._libs.tslibs.base	ABCTimestamp
pandas._libs.tslibs.c_timestamp	NullFrequencyError _Timestamp
pandas._libs.tslibs.conversion	OutOfBoundsTimedelta _TSObject
pandas._libs.tslibs.dtypes	FreqGroup NpyDatetimeUnit PeriodDtypeBase Resolution	FreqGroup NpyDatetimeUnit Resolution
pandas._libs.tslibs.fields	RoundTo
pandas._libs.tslibs.frequencies	FreqGroup
pandas._libs.tslibs.nattype	_NaT	__nat_unpickle _nat_unpickle	NaT NaTType
pandas._libs.tslibs.np_datetime	OutOfBoundsDatetime OutOfBoundsTimedelta
pandas._libs.tslibs.offsets	ApplyTypeError BHalfYearBegin BHalfYearEnd BQuarterBegin BQuarterEnd BYearBegin BYearEnd BaseOffset BusinessDay BusinessHour BusinessMixin BusinessMonthBegin BusinessMonthEnd CustomBusinessDay CustomBusinessHour CustomBusinessMonthBegin CustomBusinessMonthEnd DateOffset Day Easter FY5253 FY5253Mixin FY5253Quarter HalfYearBegin HalfYearEnd HalfYearOffset Hour LastWeekOfMonth Micro Milli Minute MonthBegin MonthEnd MonthOffset Nano OffsetMeta QuarterBegin QuarterEnd QuarterOffset RelativeDeltaOffset Second SemiMonthBegin SemiMonthEnd SemiMonthOffset SingleConstructorOffset Tick Week WeekOfMonth WeekOfMonthMixin YearBegin YearEnd YearOffset _BaseOffset _CustomBusinessMonth _CustomBusinessMonthBegin _CustomBusinessMonthEnd _Tick _YearEnd	BQuarterBegin BQuarterEnd BYearBegin BYearEnd BaseOffset BusinessDay BusinessHour BusinessMonthBegin BusinessMonthEnd CustomBusinessDay CustomBusinessHour CustomBusinessMonthBegin CustomBusinessMonthEnd DateOffset Day Easter FY5253 FY5253Quarter Hour LastWeekOfMonth Micro Milli Minute MonthBegin MonthEnd Nano QuarterBegin QuarterEnd RelativeDeltaOffset Second SemiMonthBegin SemiMonthEnd Tick Week WeekOfMonth YearBegin YearEnd
pandas._libs.tslibs.parsing	DateParseError _timelex
pandas._libs.tslibs.period	IncompatibleFrequency Period PeriodMixin _Period	Period __pyx_unpickle_PeriodMixin
pandas._libs.tslibs.resolution	Resolution
pandas._libs.tslibs.strptime	DatetimeParseState LocaleTime TimeRE
pandas._libs.tslibs.timedeltas	MinMaxReso ResoState Timedelta _Timedelta	Timedelta _timedelta_unpickle
pandas._libs.tslibs.timestamps	MinMaxReso RoundTo Timestamp _Timestamp	Timestamp _unpickle_timestamp
pandas._libs.tslibs.tzconversion	Localizer
pandas.arrays	ArrowExtensionArray ArrowStringArray BooleanArray DatetimeArray FloatingArray IntegerArray IntervalArray NumpyExtensionArray PeriodArray SparseArray StringArray TimedeltaArray
pandas.core.arrays._arrow_string_mixins	ArrowStringArrayMixin
pandas.core.arrays._mixins	NDArrayBackedExtensionArray
pandas.core.arrays.arrow.accessors	ArrowAccessor ListAccessor StructAccessor
pandas.core.arrays.arrow.array	ArrowExtensionArray
pandas.core.arrays.base	ExtensionArray ExtensionArrayNaResult ExtensionArraySupportsAnyAll ExtensionOpsMixin ExtensionScalarOpsMixin
pandas.core.arrays.boolean	BooleanArray BooleanDtype
pandas.core.arrays.categorical	Categorical CategoricalAccessor
pandas.core.arrays.datetimelike	AttributesMixin DatelikeOps DatetimeLikeArrayMixin InvalidComparison TimelikeOps
pandas.core.arrays.datetimes	DatetimeArray
pandas.core.arrays.floating	Float32Dtype Float64Dtype FloatingArray FloatingDtype
pandas.core.arrays.integer	Int16Dtype Int32Dtype Int64Dtype Int8Dtype IntegerArray IntegerDtype UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype _IntegerDtype
pandas.core.arrays.interval	IntervalArray
pandas.core.arrays.masked	BaseMaskedArray BaseMaskedDtype
pandas.core.arrays.numeric	NumericArray NumericDtype
pandas.core.arrays.numpy_	NumpyExtensionArray PandasArray PandasDtype
pandas.core.arrays.period	PeriodArray
pandas.core.arrays.sparse.accessor	BaseAccessor SparseAccessor SparseFrameAccessor
pandas.core.arrays.sparse.array	SparseArray
pandas.core.arrays.sparse.dtype	SparseDtype
pandas.core.arrays.string_	BaseStringArray StringArray StringArrayNumpySemantics StringDtype	StringDtype
pandas.core.arrays.string_arrow	ArrowStringArray ArrowStringArrayNumpySemantics
pandas.core.arrays.timedeltas	TimedeltaArray
pandas.core.dtypes.base	ExtensionDtype Registry StorageExtensionDtype
pandas.core.dtypes.dtypes	ArrowDtype BaseMaskedDtype CategoricalDtype CategoricalDtypeType DatetimeTZDtype IntervalDtype NumpyEADtype PandasDtype PandasExtensionDtype PeriodDtype Registry SparseDtype	PeriodDtype
pandas.core.dtypes.generic	ABCCategorical ABCCategoricalIndex ABCDataFrame ABCDateOffset ABCDatetimeArray ABCDatetimeIndex ABCExtensionArray ABCFloat64Index ABCGeneric ABCIndex ABCIndexClass ABCInt64Index ABCInterval ABCIntervalIndex ABCMultiIndex ABCNDFrame ABCNumpyExtensionArray ABCPandasArray ABCPeriod ABCPeriodArray ABCPeriodIndex ABCRangeIndex ABCSeries ABCSparseArray ABCTimedeltaArray ABCTimedeltaIndex ABCUInt64Index _ABCGeneric
pandas.core.flags	Flags
pandas.core.frame	DataFrame _DuplicateColumnRecorder
pandas.core.generic	NDFrame
pandas.core.groupby.grouper	Grouper
pandas.core.indexes.base	Index InvalidIndexError	_new_Index
pandas.core.indexes.category	CategoricalIndex
pandas.core.indexes.datetimelike	DatetimeIndexOpsMixin DatetimeTimedeltaMixin DatetimelikeDelegateMixin
pandas.core.indexes.datetimes	DatetimeDelegateMixin DatetimeIndex	_new_DatetimeIndex
pandas.core.indexes.extension	ExtensionIndex NDArrayBackedExtensionIndex
pandas.core.indexes.frozen	FrozenList
pandas.core.indexes.interval	IntervalIndex	_new_IntervalIndex
pandas.core.indexes.multi	MultiIndex MultiIndexPyIntEngine MultiIndexUInt16Engine MultiIndexUInt32Engine MultiIndexUInt64Engine MultiIndexUInt8Engine MultiIndexUIntEngine
pandas.core.indexes.numeric	Float64Index Int64Index IntegerIndex NumericIndex UInt64Index
pandas.core.indexes.period	PeriodDelegateMixin PeriodIndex	_new_PeriodIndex
pandas.core.indexes.range	RangeIndex
pandas.core.indexes.timedeltas	TimedeltaDelegateMixin TimedeltaIndex	_new_TimedeltaIndex
pandas.core.internals.api	_DatetimeTZBlock
pandas.core.internals.array_manager	ArrayManager BaseArrayManager NullArrayProxy SingleArrayManager
pandas.core.internals.base	DataManager SingleDataManager _AlreadyWarned
pandas.core.internals.blocks	Block BoolBlock CategoricalBlock ComplexBlock DatetimeBlock DatetimeLikeBlock DatetimeLikeBlockMixin DatetimeTZBlock EABackedBlock ExtensionBlock FloatBlock FloatOrComplexBlock IntBlock NDArrayBackedExtensionBlock NonConsolidatableMixIn NumericBlock NumpyBlock ObjectBlock ObjectValuesExtensionBlock TimeDeltaBlock	new_block
pandas.core.internals.concat	JoinUnit
pandas.core.internals.managers	BaseBlockManager BlockManager SingleBlockManager	BlockManager SingleBlockManager
pandas.core.internals.ops	BlockPairInfo
pandas.core.series	Series
pandas.core.tools.numeric			to_numeric
pandas.tseries.offsets	BQuarterBegin BQuarterEnd BYearBegin BYearEnd BusinessDay BusinessHour BusinessHourMixin BusinessMixin BusinessMonthBegin BusinessMonthEnd CustomBusinessDay CustomBusinessHour CustomBusinessMonthBegin CustomBusinessMonthEnd DateOffset Day Easter FY5253 FY5253Quarter Hour LastWeekOfMonth Micro Milli Minute MonthBegin MonthEnd MonthOffset Nano QuarterBegin QuarterEnd QuarterOffset Second SemiMonthBegin SemiMonthEnd SemiMonthOffset SingleConstructorOffset Tick Week WeekOfMonth YearBegin YearEnd YearOffset _CustomBusinessMonth _CustomMixin _WeekOfMonthMixin
pathlib	Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath	Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath
pathlib._local	Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath	Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath
pickle			PickleBuffer
pint		_unpickle_measurement _unpickle_quantity _unpickle_unit	_unpickle_quantity
pint.compat	BehaviorChangeWarning
pint.delegates.formatter	Formatter
pint.delegates.formatter._compound_unit_helpers	BabelKwds SortKwds
pint.delegates.formatter.full	FullFormatter
pint.delegates.formatter.html	HTMLFormatter
pint.delegates.formatter.latex	LatexFormatter SIunitxFormatter
pint.delegates.formatter.plain	BaseFormatter CompactFormatter DefaultFormatter PrettyFormatter RawFormatter
pint.errors	DefinitionError DefinitionSyntaxError DimensionalityError LogarithmicUnitCalculusError OffsetUnitCalculusError PintError PintTypeError RedefinitionError UndefinedBehavior UndefinedUnitError UnexpectedScaleInContainer UnitStrippedWarning WithDefErr
pint.facets.context.definitions	BidirectionalRelation ContextDefinition ForwardRelation Relation
pint.facets.context.objects	Context ContextChain ContextQuantity ContextUnit Transformation
pint.facets.context.registry	ContextCacheOverlay
pint.facets.dask	DaskQuantity DaskUnit
pint.facets.group.definitions	GroupDefinition
pint.facets.group.objects	Group GroupQuantity GroupUnit
pint.facets.measurement.objects	Measurement MeasurementQuantity MeasurementUnit
pint.facets.nonmultiplicative.definitions	LogarithmicConverter OffsetConverter
pint.facets.nonmultiplicative.objects	NonMultiplicativeQuantity NonMultiplicativeUnit
pint.facets.numpy.quantity	NumpyQuantity
pint.facets.numpy.unit	NumpyUnit
pint.facets.plain.definitions	AliasDefinition CommentDefinition DerivedDimensionDefinition DimensionDefinition Equality NamedDefinition NotNumeric PrefixDefinition ScaleConverter UnitDefinition
pint.facets.plain.quantity	PlainQuantity
pint.facets.plain.registry	RegistryCache RegistryMeta
pint.facets.plain.unit	PlainUnit
pint.facets.system.definitions	BaseUnitRule SystemDefinition
pint.facets.system.objects	Lister System SystemQuantity SystemUnit
pint.registry	ApplicationRegistry LazyRegistry Quantity Unit
pint.util	ParserHelper PrettyIPython SharedRegistryObject UnitsContainer udict
pmdarima.arima._auto_solvers	_RandomFitWrapper _SolverMixin
pmdarima.arima._context	AbstractContext ContextStore ContextType _CtxSingleton _emptyContext	ContextType
pmdarima.arima.arima	ARIMA
pmdarima.arima.auto	AutoARIMA StepwiseContext
pmdarima.arima.seasonality	CHTest OCSBTest _SeasonalStationarityTest
pmdarima.arima.stationarity	ADFTest KPSSTest PPTest _BaseStationarityTest _DifferencingStationarityTest
pmdarima.base	BaseARIMA
pmdarima.model_selection._split	BaseTSCrossValidator RollingForecastCV SlidingWindowForecastCV
pmdarima.pipeline	Pipeline
pmdarima.preprocessing.base	BaseTransformer UpdatableMixin
pmdarima.preprocessing.endog.base	BaseEndogTransformer
pmdarima.preprocessing.endog.boxcox	BoxCoxEndogTransformer
pmdarima.preprocessing.endog.log	LogEndogTransformer
pmdarima.preprocessing.exog.base	BaseExogFeaturizer BaseExogTransformer
pmdarima.preprocessing.exog.dates	DateFeaturizer
pmdarima.preprocessing.exog.fourier	FourierFeaturizer
pmdarima.utils.metaestimators	_IffHasDelegate
pmdarima.warnings	ModelFitWarning
polars.dataframe.frame	DataFrame
polars.datatypes.classes	Array BaseExtension Binary Boolean Categorical Categories DataType DataTypeClass Date Datetime Decimal Duration Enum Extension Field Float16 Float32 Float64 FloatType Int128 Int16 Int32 Int64 Int8 IntegerType List Map NestedType Null NumericType Object ObjectType SignedIntegerType String Struct TemporalType Time UInt128 UInt16 UInt32 UInt64 UInt8 Unknown UnsignedIntegerType classinstmethod
polars.schema	Schema
polars.series.series	Series
prophet.forecaster	Prophet
prophet.models	ModelInputData ModelParams StanBackendEnum TrendIndicator	StanBackendEnum TrendIndicator
pyarrow.lib		_reconstruct_record_batch _reconstruct_table _restore_array binary chunked_array decimal128 dictionary duration field large_list list_ map_ py_buffer schema struct time32 time64 timestamp type_for_alias
pycrfsuite._logparser	TrainLogParser
pygam.callbacks	Accuracy CallBack Coef Deviance Diffs
pygam.core	Core
pygam.distributions	BinomialDist Distribution GammaDist InvGaussDist NormalDist PoissonDist
pygam.links	IdentityLink InvSquaredLink InverseLink Link LogLink LogitLink
pygam.pygam	ExpectileGAM GAM GammaGAM InvGaussGAM LinearGAM LogisticGAM PoissonGAM
pygam.terms	FactorTerm Intercept MetaTermMixin TensorTerm TermList
pygam.utils	NotPositiveDefiniteError OptimizationError TablePrinter
pynndescent.optimal_transport	ArcState DiGraph LeavingArcData NodeArcData ProblemStatus SpanningTree	ArcState ProblemStatus
pynndescent.pynndescent_	PyNNDescentTransformer
pynndescent.rp_trees	FlatTree
pynndescent.search	SearchIndex SearchIndexType
pyod.models.abod	ABOD
pyod.models.base	BaseDetector
pyod.models.base_dl	BaseDeepLearningDetector
pyod.models.cblof	CBLOF
pyod.models.copod	COPOD
pyod.models.ecod	ECOD
pyod.models.hbos	HBOS
pyod.models.iforest	IForest
pyod.models.knn	KNN
pyod.models.lof	LOF
pyod.models.ocsvm	OCSVM
pyod.models.pca	PCA
pytorch_lightning.callbacks.batch_size_finder	BatchSizeFinder
pytorch_lightning.callbacks.callback	Callback
pytorch_lightning.callbacks.checkpoint	Checkpoint
pytorch_lightning.callbacks.device_stats_monitor	DeviceStatsMonitor
pytorch_lightning.callbacks.early_stopping	EarlyStopping EarlyStoppingReason	EarlyStoppingReason
pytorch_lightning.callbacks.finetuning	BackboneFinetuning BaseFinetuning
pytorch_lightning.callbacks.gradient_accumulation_scheduler	GradientAccumulationScheduler
pytorch_lightning.callbacks.lambda_function	LambdaCallback
pytorch_lightning.callbacks.lr_finder	LearningRateFinder
pytorch_lightning.callbacks.lr_monitor	LearningRateMonitor
pytorch_lightning.callbacks.model_checkpoint	ModelCheckpoint
pytorch_lightning.callbacks.model_summary	ModelSummary
pytorch_lightning.callbacks.on_exception_checkpoint	OnExceptionCheckpoint
pytorch_lightning.callbacks.prediction_writer	BasePredictionWriter WriteInterval	WriteInterval
pytorch_lightning.callbacks.progress.progress_bar	ProgressBar
pytorch_lightning.callbacks.progress.rich_progress	BatchesProcessedColumn CustomBarColumn CustomInfiniteTask CustomProgress CustomTimeColumn MetricsTextColumn ProcessingSpeedColumn RichProgressBar RichProgressBarTheme
pytorch_lightning.callbacks.progress.tqdm_progress	TQDMProgressBar
pytorch_lightning.callbacks.pruning	ModelPruning _LayerRef
pytorch_lightning.callbacks.rich_model_summary	RichModelSummary
pytorch_lightning.callbacks.spike	SpikeDetection
pytorch_lightning.callbacks.stochastic_weight_avg	StochasticWeightAveraging
pytorch_lightning.callbacks.throughput_monitor	ThroughputMonitor
pytorch_lightning.callbacks.timer	Interval	Interval
pytorch_lightning.callbacks.weight_averaging	EMAWeightAveraging WeightAveraging
pytorch_lightning.core.hooks	CheckpointHooks DataHooks ModelHooks
pytorch_lightning.core.mixins.hparams_mixin	HyperparametersMixin
pytorch_lightning.core.module	LightningModule _TrainerFabricShim
pytorch_lightning.core.optimizer	LightningOptimizer _MockOptimizer
pytorch_lightning.loops.progress	_BaseProgress _BatchProgress _OptimizationProgress _OptimizerProgress _ProcessedTracker _Progress _ReadyCompletedTracker _SchedulerProgress _StartedTracker
pytorch_lightning.utilities.enums	GradClipAlgorithmType	GradClipAlgorithmType
pytorch_lightning.utilities.parsing	AttributeDict
pytorch_lightning.utilities.types	DistributedDataParallel LRSchedulerConfig LRSchedulerConfigType OptimizerConfig OptimizerLRSchedulerConfig _SizedIterable
pytorch_tabnet.augmentations	ClassificationSMOTE RegressionSMOTE
pytorch_tabnet.callbacks	Callback CallbackContainer EarlyStopping History LRSchedulerCallback
pytorch_tabnet.metrics	AUC Accuracy BalancedAccuracy LogLoss MAE MSE Metric MetricContainer RMSE RMSLE UnsupMetricContainer UnsupervisedMetric UnsupervisedNumpyMetric
pytorch_tabnet.sparsemax	Entmax15 Sparsemax
pytorch_tabnet.tab_network	AttentiveTransformer EmbeddingGenerator FeatTransformer GBN GLU_Block GLU_Layer RandomObfuscator TabNet TabNetDecoder TabNetEncoder TabNetNoEmbeddings TabNetPretraining
pytorch_tabnet.utils	ComplexEncoder PredictDataset SparsePredictDataset SparseTorchDataset TorchDataset
pytz	_FixedOffset	_UTC _p
random	Random	Random
re	RegexFlag	RegexFlag _compile
regex._regex_core	RegexFlag	RegexFlag
river._river_rust.drift	AdaptiveWindowing
river._river_rust.stats	RsEWMean RsEWVar RsIQR RsKurtosis RsQuantile RsRollingPRAUC RsRollingQuantile RsRollingROCAUC
river._river_rust.vectordict	VectorDict	VectorDict	euclidean_distance_dict euclidean_distance_tuple
river.active.base	ActiveLearningClassifier
river.active.entropy	EntropySampler
river.anomaly.filter	QuantileFilter ThresholdFilter
river.anomaly.gaussian	GaussianScorer
river.anomaly.hst	HalfSpaceTrees
river.anomaly.loda	LODA
river.anomaly.lof	LocalOutlierFactor
river.anomaly.pad	PredictiveAnomalyDetection
river.anomaly.sad	StandardAbsoluteDeviation
river.anomaly.svm	OneClassSVM
river.bandit.base	ContextualPolicy Policy
river.bandit.bayes_ucb	BayesUCB
river.bandit.epsilon_greedy	EpsilonGreedy
river.bandit.exp3	Exp3
river.bandit.lin_ucb	LinUCBDisjoint
river.bandit.random	RandomPolicy
river.bandit.thompson	ThompsonSampling
river.bandit.ucb	UCB
river.base.anomaly_detector	AnomalyDetector AnomalyFilter SupervisedAnomalyDetector
river.base.base	Base
river.base.classifier	Classifier MiniBatchClassifier
river.base.clusterer	Clusterer
river.base.drift_detector	BinaryDriftAndWarningDetector BinaryDriftDetector DriftAndWarningDetector DriftDetector _BaseDriftAndWarningDetector _BaseDriftDetector
river.base.ensemble	Ensemble WrapperEnsemble
river.base.estimator	Estimator EstimatorMeta
river.base.multi_output	MultiLabelClassifier MultiTargetRegressor
river.base.regressor	MiniBatchRegressor Regressor
river.base.transformer	BaseTransformer MiniBatchSupervisedTransformer MiniBatchTransformer SupervisedTransformer Transformer
river.base.typing	Learner Predictor SupportsComparisonGreater SupportsComparisonLesser
river.base.wrapper	Wrapper
river.cluster.clustream	CluStream CluStreamMicroCluster
river.cluster.dbstream	DBSTREAM DBSTREAMMicroCluster
river.cluster.denstream	DenStream DenStreamMicroCluster
river.cluster.k_means	KMeans
river.cluster.odac	ODAC ODACChildren ODACCluster
river.cluster.streamkmeans	STREAMKMeans
river.cluster.textclust	TextClust
river.compat.river_to_sklearn	River2SKLBase River2SKLClassifier River2SKLClusterer River2SKLRegressor River2SKLTransformer
river.compat.sklearn_to_river	SKL2RiverBase SKL2RiverClassifier SKL2RiverRegressor
river.compose.func	FuncTransformer
river.compose.grouper	Grouper
river.compose.pipeline	Pipeline
river.compose.product	TransformerProduct
river.compose.renamer	Prefixer Renamer Suffixer
river.compose.select	Discard Select SelectType
river.compose.target_transform	TargetTransformRegressor
river.compose.union	TransformerUnion
river.conf.interval	Interval
river.conf.jackknife	RegressionJackknife
river.covariance.emp	EmpiricalCovariance EmpiricalPrecision SymmetricMatrix
river.covariance.ewa	EwaCovariance EwaPrecision LedoitWolfCovariance OASCovariance ShrunkCovariance _EWCovariance _EWMatrix
river.drift.adwin	ADWIN
river.drift.binary.ddm	DDM
river.drift.binary.eddm	EDDM
river.drift.binary.fhddm	FHDDM
river.drift.binary.hddm_a	HDDMA
river.drift.binary.hddm_w	HDDMW SampleInfo
river.drift.dummy	DummyDriftDetector
river.drift.kswin	KSWIN
river.drift.no_drift	NoDrift
river.drift.page_hinkley	PageHinkley		PageHinkley._test_both
river.drift.retrain	DriftRetrainingClassifier
river.dummy	NoChangeClassifier PriorClassifier StatisticRegressor
river.ensemble.bagging	ADWINBaggingClassifier BaggingClassifier BaggingRegressor BaseBagging LeveragingBaggingClassifier
river.ensemble.boosting	ADWINBoostingClassifier AdaBoostClassifier BOLEClassifier
river.ensemble.ewa	EWARegressor
river.ensemble.stacking	StackingClassifier
river.ensemble.streaming_random_patches	BaseSRPClassifier BaseSRPEnsemble BaseSRPEstimator BaseSRPRegressor SRPClassifier SRPRegressor
river.ensemble.voting	VotingClassifier
river.evaluate.gen	Friedman7k FriedmanGSG10k FriedmanLEA10k WrappedGenerator
river.evaluate.tracks	BinaryClassificationTrack ForecastingTrack MultiClassClassificationTrack RegressionTrack Track
river.facto.base	BaseFM
river.facto.ffm	FFM FFMClassifier FFMRegressor
river.facto.fm	FM FMClassifier FMRegressor
river.facto.fwfm	FwFM FwFMClassifier FwFMRegressor
river.facto.hofm	HOFM HOFMClassifier HOFMRegressor
river.feature_extraction.agg	Agg TargetAgg
river.feature_extraction.kernel_approx	RBFSampler RandomTreesEmbedding
river.feature_extraction.poly	PolynomialExtender
river.feature_extraction.vectorize	BagOfWords TFIDF VectorizerMixin		strip_accents_unicode tokenize_using_regex_pattern
river.feature_selection.k_best	SelectKBest
river.feature_selection.random	PoissonInclusion
river.feature_selection.variance	VarianceThreshold
river.forest.adaptive_random_forest	ARFClassifier ARFRegressor BaseForest BaseTreeClassifier BaseTreeRegressor
river.forest.aggregated_mondrian_forest	AMFClassifier AMFLearner AMFRegressor
river.forest.online_extra_trees	BaggingSampler ConstantSampler ETRegressor ExtraTrees OXTRegressor Sampler SubBaggingSampler		ExtraTrees._detection_mode_all
river.imblearn.chebyshev	ChebyshevOverSampler ChebyshevUnderSampler
river.imblearn.hard_sampling	HardSampling HardSamplingClassifier HardSamplingRegressor Triplet
river.imblearn.random	ClassificationSampler RandomOverSampler RandomSampler RandomUnderSampler
river.linear_model.ad_predictor	AdPredictor
river.linear_model.alma	ALMAClassifier
river.linear_model.base	GLM
river.linear_model.bayesian_lin_reg	BayesianLinearRegression
river.linear_model.lin_reg	LinearRegression
river.linear_model.log_reg	LogisticRegression
river.linear_model.pa	BasePA PAClassifier PARegressor		BasePA._calc_tau_1
river.linear_model.perceptron	Perceptron
river.linear_model.softmax	SoftmaxRegression
river.metrics.accuracy	Accuracy
river.metrics.balanced_accuracy	BalancedAccuracy
river.metrics.base	BinaryMetric ClassificationMetric ClusteringMetric MeanMetric Metric Metrics MultiClassMetric RegressionMetric WrapperMetric
river.metrics.confusion	ConfusionMatrix
river.metrics.cross_entropy	CrossEntropy
river.metrics.fbeta	F1 FBeta MacroF1 MacroFBeta MicroF1 MicroFBeta MultiFBeta WeightedF1 WeightedFBeta
river.metrics.fowlkes_mallows	FowlkesMallows
river.metrics.geometric_mean	GeometricMean
river.metrics.jaccard	Jaccard MacroJaccard MicroJaccard WeightedJaccard
river.metrics.kappa	CohenKappa
river.metrics.log_loss	LogLoss
river.metrics.mae	MAE
river.metrics.mape	MAPE
river.metrics.mcc	MCC
river.metrics.mse	MSE RMSE RMSLE
river.metrics.multioutput.base	MultiOutputClassificationMetric MultiOutputMetric MultiOutputRegressionMetric
river.metrics.multioutput.confusion	MultiLabelConfusionMatrix
river.metrics.multioutput.exact_match	ExactMatch
river.metrics.multioutput.macro	MacroAverage
river.metrics.multioutput.micro	MicroAverage
river.metrics.multioutput.per_output	PerOutput
river.metrics.multioutput.sample_average	SampleAverage
river.metrics.mutual_info	AdjustedMutualInfo MutualInfo NormalizedMutualInfo
river.metrics.precision	MacroPrecision MicroPrecision Precision WeightedPrecision
river.metrics.r2	R2
river.metrics.rand	AdjustedRand Rand
river.metrics.recall	MacroRecall MicroRecall Recall WeightedRecall
river.metrics.report	ClassificationReport
river.metrics.roc_auc	ROCAUC
river.metrics.rolling_pr_auc	RollingPRAUC
river.metrics.rolling_roc_auc	RollingROCAUC
river.metrics.silhouette	Silhouette
river.metrics.smape	SMAPE
river.metrics.vbeta	Completeness Homogeneity VBeta
river.misc.sdft	SDFT
river.misc.skyline	Skyline
river.misc.zstd_classifier	ZstdClassifier
river.model_selection.bandit	BanditClassifier BanditModelSection BanditRegressor
river.model_selection.base	ModelSelectionClassifier ModelSelectionRegressor ModelSelector
river.model_selection.greedy	GreedyRegressor
river.model_selection.sh	SuccessiveHalving SuccessiveHalvingClassifier SuccessiveHalvingRegressor
river.multiclass.occ	OutputCodeClassifier
river.multiclass.ovo	OneVsOneClassifier
river.multiclass.ovr	OneVsRestClassifier
river.multioutput.chain	BaseChain ClassifierChain MonteCarloClassifierChain ProbabilisticClassifierChain RegressorChain
river.multioutput.encoder	MultiClassEncoder
river.multioutput.per_output	PerOutputRegressor
river.multioutput.per_output_classifier	PerOutputClassifier
river.naive_bayes.base	BaseNB
river.naive_bayes.bernoulli	BernoulliNB
river.naive_bayes.complement	ComplementNB
river.naive_bayes.gaussian	GaussianNB		GaussianNB._make_gaussian
river.naive_bayes.multinomial	MultinomialNB
river.neighbors.ann.nn_vertex	Vertex
river.neighbors.ann.swinn	SWINN
river.neighbors.base	BaseNN DistanceFunc FunctionWrapper
river.neighbors.knn_classifier	KNNClassifier
river.neighbors.knn_regressor	KNNRegressor
river.neighbors.lazy	LazySearch
river.optim.ada_bound	AdaBound
river.optim.ada_delta	AdaDelta
river.optim.ada_grad	AdaGrad
river.optim.ada_max	AdaMax
river.optim.adam	Adam
river.optim.ams_grad	AMSGrad
river.optim.average	Averager
river.optim.base	Initializer Loss Optimizer Scheduler
river.optim.ftrl	FTRLProximal
river.optim.initializers	Constant Normal Zeros
river.optim.losses	Absolute BinaryFocalLoss BinaryLoss Cauchy CrossEntropy EpsilonInsensitiveHinge Hinge Huber Log MultiClassLoss Poisson Quantile RegressionLoss Squared
river.optim.momentum	Momentum
river.optim.nadam	Nadam
river.optim.nesterov	NesterovMomentum
river.optim.newton	Newton
river.optim.rms_prop	RMSProp
river.optim.schedulers	Constant InverseScaling Optimal
river.optim.sgd	SGD
river.preprocessing.feature_hasher	FeatureHasher
river.preprocessing.gap_encoder	GapEncoder
river.preprocessing.impute	Constant PreviousImputer StatImputer
river.preprocessing.lda	LDA
river.preprocessing.one_hot	OneHotEncoder
river.preprocessing.ordinal	OrdinalEncoder
river.preprocessing.pred_clipper	PredClipper
river.preprocessing.random_projection	GaussianRandomProjector SparseRandomProjector		GaussianRandomProjector._rand_gauss SparseRandomProjector._rand_weights_for_feature
river.preprocessing.scale	AdaptiveStandardScaler Binarizer MaxAbsScaler MinMaxScaler Normalizer RobustScaler StandardScaler
river.preprocessing.scale_target	TargetMinMaxScaler TargetStandardScaler
river.proba.base	BinaryDistribution ContinuousDistribution DiscreteDistribution Distribution MultivariateContinuousDistribution
river.proba.beta	Beta
river.proba.gaussian	Gaussian MultivariateGaussian
river.proba.multinomial	Multinomial
river.reco.base	Ranker
river.reco.baseline	Baseline
river.reco.biased_mf	BiasedMF
river.reco.funk_mf	FunkMF
river.reco.normal	RandomNormal
river.rules.amrules	AMRules AdaptiveRegressor MeanRegressor RegRule
river.rules.base	HoeffdingRule Literal NominalLiteral NumericLiteral
river.sketch.counter	Counter
river.sketch.heavy_hitters	HeavyHitters
river.sketch.histogram	Bin Histogram
river.sketch.n_unique	NUnique
river.sketch.set	Set
river.stats.auto_corr	AutoCorr
river.stats.base	Bivariate Link RollingUnivariate Statistic Univariate
river.stats.chi_squared	ChiSquared
river.stats.count	Count
river.stats.cov	Cov
river.stats.entropy	Entropy
river.stats.ewcov	EWCov
river.stats.ewmean	EWMean
river.stats.ewvar	EWVar
river.stats.iqr	IQR RollingIQR
river.stats.kolmogorov_smirnov	KolmogorovSmirnov _Node
river.stats.kurtosis	Kurtosis
river.stats.mad	MAD
river.stats.maximum	AbsMax Max RollingAbsMax RollingMax
river.stats.mean	BayesianMean Mean
river.stats.minimum	Min RollingMin
river.stats.mode	Mode RollingMode
river.stats.pearson	PearsonCorr
river.stats.ptp	PeakToPeak RollingPeakToPeak
river.stats.quantile	Quantile RollingQuantile
river.stats.sem	SEM
river.stats.shift	Shift
river.stats.skew	Skew
river.stats.summing	Sum
river.stats.var	Var
river.time_series.base	Forecaster
river.time_series.holt_winters	AdditiveLevel AdditiveSeason AdditiveTrend Component HoltWinters MultiplicativeLevel MultiplicativeSeason Trend	AdditiveLevel AdditiveSeason AdditiveTrend MultiplicativeSeason
river.time_series.metrics	ForecastingMetric HorizonAggMetric HorizonMetric
river.time_series.snarimax	Differencer SNARIMAX
river.tree.base	Branch Leaf
river.tree.extremely_fast_decision_tree	ExtremelyFastDecisionTreeClassifier
river.tree.hoeffding_adaptive_tree_classifier	HoeffdingAdaptiveTreeClassifier
river.tree.hoeffding_adaptive_tree_regressor	HoeffdingAdaptiveTreeRegressor
river.tree.hoeffding_tree	HoeffdingTree
river.tree.hoeffding_tree_regressor	HoeffdingTreeRegressor
river.tree.isoup_tree_regressor	ISOUPTreeRegressor
river.tree.last_classifier	LASTClassifier
river.tree.losses	BinaryCrossEntropyLoss Loss SquaredErrorLoss
river.tree.mondrian.mondrian_tree	MondrianTree
river.tree.mondrian.mondrian_tree_classifier	MondrianTreeClassifier
river.tree.mondrian.mondrian_tree_nodes	MondrianBranch MondrianBranchClassifier MondrianBranchRegressor MondrianLeaf MondrianLeafClassifier MondrianLeafRegressor MondrianNode MondrianNodeClassifier MondrianNodeRegressor
river.tree.mondrian.mondrian_tree_regressor	MondrianTreeRegressor
river.tree.nodes.arf_htc_nodes	BaseRandomLeaf RandomLeafMajorityClass RandomLeafNaiveBayes RandomLeafNaiveBayesAdaptive
river.tree.nodes.arf_htr_nodes	RandomLeafAdaptive RandomLeafMean RandomLeafModel
river.tree.nodes.branch	DTBranch NominalBinaryBranch NominalMultiwayBranch NumericBinaryBranch NumericMultiwayBranch
river.tree.nodes.efdtc_nodes	BaseEFDTBranch BaseEFDTLeaf EFDTLeafMajorityClass EFDTLeafNaiveBayes EFDTLeafNaiveBayesAdaptive EFDTNominalBinaryBranch EFDTNominalMultiwayBranch EFDTNumericBinaryBranch EFDTNumericMultiwayBranch
river.tree.nodes.et_nodes	ETLeaf ETLeafAdaptive ETLeafMean ETLeafModel
river.tree.nodes.hatc_nodes	AdaBranchClassifier AdaLeafClassifier AdaNomBinaryBranchClass AdaNomMultiwayBranchClass AdaNumBinaryBranchClass AdaNumMultiwayBranchClass
river.tree.nodes.hatr_nodes	AdaBranchRegressor AdaLeafRegAdaptive AdaLeafRegMean AdaLeafRegModel AdaLeafRegressor AdaNomBinaryBranchReg AdaNomMultiwayBranchReg AdaNumBinaryBranchReg AdaNumMultiwayBranchReg
river.tree.nodes.htc_nodes	LeafMajorityClass LeafNaiveBayes LeafNaiveBayesAdaptive
river.tree.nodes.htr_nodes	LeafAdaptive LeafMean LeafModel
river.tree.nodes.isouptr_nodes	LeafAdaptiveMultiTarget LeafMeanMultiTarget LeafModelMultiTarget
river.tree.nodes.last_nodes	LeafMajorityClassWithDetector LeafNaiveBayesAdaptiveWithDetector LeafNaiveBayesWithDetector
river.tree.nodes.leaf	HTLeaf
river.tree.nodes.sgt_nodes	SGTLeaf
river.tree.padded	PaddedBranch PaddedLeaf
river.tree.split_criterion.base	SplitCriterion
river.tree.split_criterion.gini_split_criterion	GiniSplitCriterion
river.tree.split_criterion.hellinger_distance_criterion	HellingerDistanceCriterion
river.tree.split_criterion.info_gain_split_criterion	InfoGainSplitCriterion
river.tree.split_criterion.intra_cluster_variance_reduction_split_criterion	IntraClusterVarianceReductionSplitCriterion
river.tree.split_criterion.variance_ratio_split_criterion	VarianceRatioSplitCriterion
river.tree.split_criterion.variance_reduction_split_criterion	VarianceReductionSplitCriterion
river.tree.splitter.base	Quantizer Splitter
river.tree.splitter.ebst_splitter	EBSTNode EBSTSplitter		EBSTNode._update_estimator_univariate
river.tree.splitter.exhaustive_splitter	ExhaustiveNode ExhaustiveSplitter
river.tree.splitter.gaussian_splitter	GaussianSplitter
river.tree.splitter.histogram_splitter	HistogramSplitter
river.tree.splitter.nominal_splitter_classif	NominalSplitterClassif
river.tree.splitter.nominal_splitter_reg	NominalSplitterReg
river.tree.splitter.qo_splitter	FeatureQuantizer QOSplitter Slot
river.tree.splitter.random_splitter	RandomSplitter RegRandomSplitter
river.tree.splitter.sgt_quantizer	DynamicQuantizer StaticQuantizer
river.tree.splitter.tebst_splitter	TEBSTSplitter
river.tree.stochastic_gradient_tree	SGTClassifier SGTRegressor StochasticGradientTree
river.tree.utils	BranchFactory GradHess GradHessMerit GradHessStats
river.utils.rolling	BaseRolling Rollable Rolling TimeRolling
river.utils.sorted_window	SortedWindow
scipy._external.array_api_compat.numpy._aliases			asarray
scipy._lib.array_api_compat.numpy._aliases			asarray
scipy.interpolate._bary_rational	AAA FloaterHormannInterpolator _BarycentricRational
scipy.interpolate._bsplines	BSpline _BSpline
scipy.interpolate._cubic	Akima1DInterpolator CubicHermiteSpline CubicSpline PchipInterpolator
scipy.interpolate._fitpack	error
scipy.interpolate._fitpack2	BivariateSpline InterpolatedUnivariateSpline LSQBivariateSpline LSQSphereBivariateSpline LSQUnivariateSpline RectBivariateSpline RectSphereBivariateSpline SmoothBivariateSpline SmoothSphereBivariateSpline SphereBivariateSpline UnivariateSpline _BivariateSplineBase _DerivedBivariateSpline
scipy.interpolate._fitpack_repro	Bunch F Fperiodic
scipy.interpolate._interpnd	CloughTocher2DInterpolator GradientEstimationWarning LinearNDInterpolator NDInterpolatorBase
scipy.interpolate._interpolate	BPoly NdPPoly PPoly RegularGridInterpolator _BPoly _PPoly _PPolyBase _ppform interp1d interp2d		interp1d._call_linear interp1d._call_linear_np interp1d._call_nearest interp1d._call_previous_next interp1d._call_previousnext interp1d._call_spline
scipy.interpolate._ndbspline	NdBSpline
scipy.interpolate._polyint	BarycentricInterpolator KroghInterpolator _Interpolator1D _Interpolator1DWithDerivatives
scipy.interpolate._rbf	Rbf		Rbf._h_multiquadric
scipy.interpolate._regrid	F PackedMatrix
scipy.interpolate._rgi	RegularGridInterpolator
scipy.interpolate.fitpack2	BivariateSpline LSQBivariateSpline LSQSphereBivariateSpline RectBivariateSpline RectSphereBivariateSpline SmoothBivariateSpline SmoothSphereBivariateSpline SphereBivariateSpline _BivariateSplineBase
scipy.interpolate.interpnd	CloughTocher2DInterpolator GradientEstimationWarning LinearNDInterpolator NDInterpolatorBase
scipy.interpolate.interpolate	BPoly NdPPoly PPoly RegularGridInterpolator _PPolyBase _ppform interp1d interp2d		interp1d._call_linear interp1d._call_linear_np interp1d._call_nearest interp1d._call_previous_next interp1d._call_spline
scipy.interpolate.polyint	BarycentricInterpolator KroghInterpolator _Interpolator1D _Interpolator1DWithDerivatives
scipy.interpolate.rbf	Rbf
scipy.optimize._constraints	Bounds LinearConstraint NonlinearConstraint
scipy.optimize._lbfgsb_py	LbfgsInvHessProduct
scipy.optimize._optimize	BracketError Brent MemoizeJac OptimizeResult OptimizeWarning _Brute_Wrapper _LineSearchError _MaxFuncCallError
scipy.optimize.optimize	Brent MemoizeJac OptimizeResult OptimizeWarning _Brute_Wrapper _LineSearchError
scipy.signal._czt	CZT ZoomFFT
scipy.signal._filter_design	BadCoefficients
scipy.signal._ltisys	Bunch LinearTimeInvariant StateSpace StateSpaceContinuous StateSpaceDiscrete TransferFunction TransferFunctionContinuous TransferFunctionDiscrete ZerosPolesGain ZerosPolesGainContinuous ZerosPolesGainDiscrete dlti lti
scipy.signal._peak_finding_utils	PeakPropertyWarning
scipy.signal._short_time_fft	ShortTimeFFT
scipy.signal._upfirdn	_UpFIRDn
scipy.signal.filter_design	BadCoefficients
scipy.signal.ltisys	Bunch LinearTimeInvariant StateSpace StateSpaceContinuous StateSpaceDiscrete TransferFunction TransferFunctionContinuous TransferFunctionDiscrete ZerosPolesGain ZerosPolesGainContinuous ZerosPolesGainDiscrete dlti lti
scipy.sparse._arrays	_sparray bsr_array coo_array csc_array csr_array dia_array dok_array lil_array
scipy.sparse._base	SparseEfficiencyWarning SparseFormatWarning SparseWarning _spbase sparray spmatrix
scipy.sparse._bsr	_bsr_base bsr_array bsr_matrix
scipy.sparse._compressed	_cs_matrix
scipy.sparse._coo	_coo_base coo_array coo_matrix
scipy.sparse._csc	_csc_base csc_array csc_matrix
scipy.sparse._csr	_csr_base csr_array csr_matrix
scipy.sparse._data	_data_matrix _minmax_mixin
scipy.sparse._dia	_dia_base dia_array dia_matrix
scipy.sparse._dok	_dok_base dok_array dok_matrix
scipy.sparse._index	IndexMixin
scipy.sparse._lil	_lil_base lil_array lil_matrix
scipy.sparse._matrix	spmatrix
scipy.sparse.base	SparseEfficiencyWarning SparseFormatWarning SparseWarning spmatrix
scipy.sparse.bsr	bsr_matrix
scipy.sparse.compressed	_cs_matrix
scipy.sparse.coo	coo_matrix
scipy.sparse.csc	csc_matrix
scipy.sparse.csr	csr_matrix
scipy.sparse.data	_data_matrix _minmax_mixin
scipy.sparse.dia	dia_matrix
scipy.sparse.dok	dok_matrix
scipy.sparse.lil	lil_matrix
scipy.spatial._ckdtree	cKDTree cKDTreeNode coo_entries ordered_pairs
scipy.spatial._kdtree	KDTree Rectangle
scipy.spatial._qhull	ConvexHull Delaunay HalfspaceIntersection QhullError Voronoi _Qhull _QhullUser
scipy.spatial._spherical_voronoi	SphericalVoronoi
scipy.spatial.ckdtree	cKDTree cKDTreeNode coo_entries ordered_pairs
scipy.spatial.distance	CDistMetricWrapper CDistWeightedMetricWrapper MetricInfo PDistMetricWrapper PDistWeightedMetricWrapper
scipy.spatial.kdtree	KDTree KDTree.innernode KDTree.leafnode Rectangle
scipy.spatial.qhull	ConvexHull Delaunay HalfspaceIntersection QhullError Voronoi _Qhull _QhullUser
scipy.spatial.transform._rigid_transform	RigidTransform
scipy.spatial.transform._rotation	Rotation Slerp
scipy.spatial.transform._rotation_spline	RotationSpline
scipy.spatial.transform.rotation	Rotation Slerp
scipy.special			agm airy airye bdtr bdtrc bdtri bdtrik bdtrin bei beip ber berp besselpoly beta betainc betaincc betainccinv betaincinv betaln binom boxcox boxcox1p btdtr btdtri btdtria btdtrib cbrt chdtr chdtrc chdtri chdtriv chndtr chndtridf chndtrinc chndtrix cosdg cosm1 cotdg dawsn digamma ellipe ellipeinc ellipj ellipk ellipkinc ellipkm1 elliprc elliprd elliprf elliprg elliprj entr erf erfc erfcinv erfcx erfi erfinv eval_chebyc eval_chebys eval_chebyt eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite eval_hermitenorm eval_jacobi eval_laguerre eval_legendre eval_sh_chebyt eval_sh_chebyu eval_sh_jacobi eval_sh_legendre exp1 exp10 exp2 expi expit expm1 expn exprel fdtr fdtrc fdtri fdtridfd fresnel gamma gammainc gammaincc gammainccinv gammaincinv gammaln gammasgn gdtr gdtrc gdtria gdtrib gdtrix hankel1 hankel1e hankel2 hankel2e huber hyp0f1 hyp1f1 hyp2f1 hyperu i0 i0e i1 i1e inv_boxcox inv_boxcox1p it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0 itmodstruve0 itstruve0 iv ive j0 j1 jn jv jve k0 k0e k1 k1e kei keip kelvin ker kerp kl_div kn kolmogi kolmogorov kv kve log1p log_expit log_ndtr log_wright_bessel loggamma logit lpmv mathieu_a mathieu_b mathieu_cem mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2 mathieu_sem modfresnelm modfresnelp modstruve nbdtr nbdtrc nbdtri nbdtrik nbdtrin ncfdtr ncfdtri ncfdtridfd ncfdtridfn ncfdtrinc nctdtr nctdtridf nctdtrinc nctdtrit ndtr ndtri ndtri_exp nrdtrimn nrdtrisd obl_ang1 obl_ang1_cv obl_cv obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv owens_t pbdv pbvv pbwa pdtr pdtrc pdtri pdtrik poch powm1 pro_ang1 pro_ang1_cv pro_cv pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv pseudo_huber psi radian rel_entr rgamma round shichi sici sindg smirnov smirnovi spence sph_harm stdtr stdtridf stdtrit struve tandg tklmbda voigt_profile wofz wright_bessel wrightomega xlog1py xlogy y0 y1 yn yv yve zetac
scipy.special._logsumexp			log_softmax logsumexp softmax
scipy.special._special_ufuncs			airy airye bei beip ber berp besselpoly beta betaln binom cbrt cosdg cosm1 cotdg dawsn ellipe ellipeinc ellipj ellipk ellipkinc ellipkm1 erf erfc erfcx erfi exp1 exp10 exp2 expi expit expm1 exprel fresnel gamma gammainc gammaincc gammainccinv gammaincinv gammaln gammasgn hankel1 hankel1e hankel2 hankel2e hyp2f1 i0 i0e i1 i1e it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0 itmodstruve0 itstruve0 iv ive j0 j1 jv jve k0 k0e k1 k1e kei keip kelvin ker kerp kv kve log1p log_expit log_ndtr log_wright_bessel loggamma logit mathieu_a mathieu_b mathieu_cem mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2 mathieu_sem modfresnelm modfresnelp modstruve ndtr obl_ang1 obl_ang1_cv obl_cv obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv pbdv pbvv pbwa pro_ang1 pro_ang1_cv pro_cv pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv psi radian rgamma sindg sph_harm struve tandg voigt_profile wofz wright_bessel xlog1py xlogy y0 y1 yv yve zetac
scipy.special._ufuncs			agm airy airye bdtr bdtrc bdtri bdtrik bdtrin bei beip ber berp besselpoly beta betainc betaincc betainccinv betaincinv betaln binom boxcox boxcox1p btdtr btdtri btdtria btdtrib cbrt chdtr chdtrc chdtri chdtriv chndtr chndtridf chndtrinc chndtrix cosdg cosm1 cotdg dawsn ellipe ellipeinc ellipj ellipk ellipkinc ellipkm1 elliprc elliprd elliprf elliprg elliprj entr erf erfc erfcinv erfcx erfi erfinv eval_chebyc eval_chebys eval_chebyt eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite eval_hermitenorm eval_jacobi eval_laguerre eval_legendre eval_sh_chebyt eval_sh_chebyu eval_sh_jacobi eval_sh_legendre exp1 exp10 exp2 expi expit expm1 expn exprel fdtr fdtrc fdtri fdtridfd fresnel gamma gammainc gammaincc gammainccinv gammaincinv gammaln gammasgn gdtr gdtrc gdtria gdtrib gdtrix hankel1 hankel1e hankel2 hankel2e huber hyp0f1 hyp1f1 hyp2f1 hyperu i0 i0e i1 i1e inv_boxcox inv_boxcox1p it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0 itmodstruve0 itstruve0 iv ive j0 j1 jn jv jve k0 k0e k1 k1e kei keip kelvin ker kerp kl_div kn kolmogi kolmogorov kv kve log1p log_expit log_ndtr log_wright_bessel loggamma logit lpmv mathieu_a mathieu_b mathieu_cem mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2 mathieu_sem modfresnelm modfresnelp modstruve nbdtr nbdtrc nbdtri nbdtrik nbdtrin ncfdtr ncfdtri ncfdtridfd ncfdtridfn ncfdtrinc nctdtr nctdtridf nctdtrinc nctdtrit ndtr ndtri ndtri_exp nrdtrimn nrdtrisd obl_ang1 obl_ang1_cv obl_cv obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv owens_t pbdv pbvv pbwa pdtr pdtrc pdtri pdtrik poch powm1 pro_ang1 pro_ang1_cv pro_cv pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv pseudo_huber psi radian rel_entr rgamma round shichi sici sindg smirnov smirnovi spence sph_harm stdtr stdtridf stdtrit struve tandg tklmbda voigt_profile wofz wright_bessel wrightomega xlog1py xlogy y0 y1 yn yv yve zetac
scipy.stats._axis_nan_policy	SmallSampleWarning
scipy.stats._biasedurn	_PyFishersNCHypergeometric _PyStochasticLib3 _PyWalleniusNCHypergeometric
scipy.stats._binned_statistic	BinnedStatistic2dResult BinnedStatisticResult BinnedStatisticddResult
scipy.stats._binomtest	BinomTestResult _SimpleBinomial
scipy.stats._bootstrap	BootstrapDegenerateDistributionWarning
scipy.stats._censored_data	CensoredData
scipy.stats._common	ConfidenceInterval
scipy.stats._continuous_distns	FitDataError FitSolverError FitUniformFixedScaleDataError frechet_l_gen frechet_r_gen trapz_gen
scipy.stats._covariance	CovViaCholesky CovViaDiagonal CovViaEigendecomposition CovViaPSD CovViaPrecision Covariance
scipy.stats._crosstab	CrosstabResult
scipy.stats._discrete_distns	poisson_binomial_frozen
scipy.stats._distn_infrastructure	_ShapeInfo rv_continuous_frozen rv_discrete_frozen rv_frozen rv_generic		rv_sample._entropy
scipy.stats._distribution_infrastructure	ContinuousDistribution DiscreteDistribution FoldedDistribution Mixture MonotonicTransformedDistribution OrderStatisticDistribution ShiftedScaledDistribution TransformedDistribution TruncatedDistribution UnivariateDistribution _Domain _IntegerInterval _Interval _Parameter _Parameterization _RealInterval _RealParameter
scipy.stats._fit	FitResult GoodnessOfFitResult
scipy.stats._hypotests	BarnardExactResult BoschlooExactResult CramerVonMisesResult Epps_Singleton_2sampResult SomersDResult TukeyHSDResult
scipy.stats._kde	gaussian_kde
scipy.stats._levy_stable	levy_stable_frozen
scipy.stats._levy_stable.levyst	Nolan
scipy.stats._mannwhitneyu	MannwhitneyuResult _MWU
scipy.stats._mgc	MGCResult _ParallelP
scipy.stats._morestats	AndersonResult Anderson_ksampResult AnsariResult BartlettResult DirectionalStats FlignerResult LeveneResult Mean MedianTestResult ShapiroResult Std_dev Variance WilcoxonResult _ABW _BigFloat
scipy.stats._mstats_basic	BrunnerMunzelResult DescribeResult F_onewayResult FriedmanchisquareResult KendalltauResult KruskalResult KurtosistestResult MannwhitneyuResult ModeResult NormaltestResult PointbiserialrResult SenSeasonalSlopesResult SkewtestResult SpearmanrResult Ttest_1sampResult Ttest_indResult Ttest_relResult
scipy.stats._multicomp	DunnettResult
scipy.stats._multivariate	_PSD dirichlet_frozen dirichlet_gen dirichlet_multinomial_frozen dirichlet_multinomial_gen invwishart_frozen invwishart_gen matrix_normal_frozen matrix_normal_gen matrix_t_frozen matrix_t_gen multi_rv_frozen multi_rv_generic multinomial_frozen multinomial_gen multivariate_hypergeom_frozen multivariate_hypergeom_gen multivariate_normal_frozen multivariate_normal_gen multivariate_t_frozen multivariate_t_gen normal_inverse_gamma_frozen normal_inverse_gamma_gen ortho_group_frozen ortho_group_gen random_correlation_frozen random_correlation_gen random_table_frozen random_table_gen special_ortho_group_frozen special_ortho_group_gen uniform_direction_frozen uniform_direction_gen unitary_group_frozen unitary_group_gen vonmises_fisher_frozen vonmises_fisher_gen wishart_frozen wishart_gen
scipy.stats._new_distributions	Binomial Logistic Normal StandardNormal Uniform _Gamma _LogUniform
scipy.stats._odds_ratio	OddsRatioResult
scipy.stats._probability_distribution	_ProbabilityDistribution
scipy.stats._qmc	MultinomialQMC MultivariateNormalQMC
scipy.stats._relative_risk	RelativeRiskResult
scipy.stats._resampling	BootstrapMethod BootstrapResult MonteCarloMethod MonteCarloTestResult PermutationMethod PermutationTestResult PowerResult ResamplingMethod
scipy.stats._rvs_sampling	NumericalInverseHermite
scipy.stats._sampling	CustomDistPINV RatioUniforms
scipy.stats._sensitivity_analysis	BootstrapSobolResult PPFDist SobolResult
scipy.stats._stats_mstats_common	LinregressResult SiegelslopesResult TheilslopesResult
scipy.stats._stats_py	AlexanderGovernConstantInputWarning AlexanderGovernResult BrunnerMunzelResult ConfidenceInterval CumfreqResult DescribeResult F_onewayBadInputSizesWarning F_onewayConstantInputWarning F_onewayResult FriedmanchisquareResult HistogramResult Jarque_beraResult KendalltauResult KruskalResult KstestResult KurtosistestResult LinregressResult MGCResult ModeResult NormaltestResult PearsonRConstantInputWarning PearsonRNearConstantInputWarning PearsonRResult PearsonRResultBase PointbiserialrResult Power_divergenceResult QuantileTestResult RanksumsResult RelfreqResult RepeatedResults SigmaclipResult SignificanceResult SkewtestResult SpearmanRConstantInputWarning SpearmanrResult TtestResult TtestResultBase Ttest_1sampResult Ttest_indResult Ttest_relResult WeightedTauResult _ParallelP _SimpleBeta _SimpleChi2 _SimpleF _SimpleNormal _SimpleStudentT
scipy.stats._survival	ECDFResult EmpiricalDistributionFunction LogRankResult
scipy.stats._warnings_errors	ConstantInputWarning DegenerateDataWarning FitError NearConstantInputWarning
scipy.stats._wilcoxon	WilcoxonDistribution
scipy.stats.contingency	Chi2ContingencyResult
scipy.stats.kde	gaussian_kde
scipy.stats.morestats	AndersonResult Anderson_ksampResult AnsariResult BartlettResult FlignerResult LeveneResult Mean Std_dev Variance WilcoxonResult
scipy.stats.mstats_basic	BrunnerMunzelResult DescribeResult F_onewayResult FriedmanchisquareResult KendalltauResult KruskalResult KurtosistestResult LinregressResult MannwhitneyuResult ModeResult NormaltestResult PointbiserialrResult SkewtestResult SpearmanrResult Ttest_1sampResult Ttest_indResult Ttest_relResult
scipy.stats.stats	BrunnerMunzelResult CumfreqResult DescribeResult F_onewayResult FriedmanchisquareResult HistogramResult KendalltauResult KruskalResult Ks_2sampResult KstestResult KurtosistestResult MGCResult MannwhitneyuResult ModeResult NormaltestResult PearsonRConstantInputWarning PearsonRNearConstantInputWarning PointbiserialrResult Power_divergenceResult RanksumsResult RelfreqResult RepeatedResults SigmaclipResult SkewtestResult SpearmanrResult Ttest_1sampResult Ttest_indResult Ttest_relResult WeightedTauResult _ParallelP
sentence_transformers.base.data_collator	BaseDataCollator
sentence_transformers.base.losses.gradcache	CachedLossMixin
sentence_transformers.base.modality	InputFormatter
sentence_transformers.base.modality_types	AudioDict MessageDict MultimodalInput VideoDict
sentence_transformers.base.modules.dense	Dense
sentence_transformers.base.modules.input_module	InputModule
sentence_transformers.base.modules.module	Module
sentence_transformers.base.modules.normalize	Normalize
sentence_transformers.base.modules.router	Router
sentence_transformers.base.modules.transformer	ModalityParams ProcessingKwargs QueryExpansionConfig _ModalityParamsRequired
sentence_transformers.base.peft_mixin	PeftAdapterMixin
sentence_transformers.base.sampler	BatchSamplers DefaultBatchSampler GroupByLabelBatchSampler MultiDatasetBatchSamplers MultiDatasetDefaultBatchSampler ProportionalBatchSampler RoundRobinBatchSampler SetEpochMixin	BatchSamplers MultiDatasetBatchSamplers
sentence_transformers.cross_encoder.data_collator	CrossEncoderDataCollator
sentence_transformers.cross_encoder.fit_mixin	FitMixin FitMixinLoss OriginalCallback SaveModelCallback
sentence_transformers.cross_encoder.losses.adr_mse	ADRMSELoss
sentence_transformers.cross_encoder.losses.binary_cross_entropy	BinaryCrossEntropyLoss
sentence_transformers.cross_encoder.losses.cached_multiple_negatives_ranking	CachedMultipleNegativesRankingLoss
sentence_transformers.cross_encoder.losses.cross_entropy	CrossEntropyLoss
sentence_transformers.cross_encoder.losses.lambda_loss	BaseWeightingScheme LambdaLoss LambdaRankScheme NDCGLoss1Scheme NDCGLoss2PPScheme NDCGLoss2Scheme NoWeightingScheme
sentence_transformers.cross_encoder.losses.list_mle	ListMLELoss
sentence_transformers.cross_encoder.losses.list_net	ListNetLoss
sentence_transformers.cross_encoder.losses.margin_mse	MarginMSELoss
sentence_transformers.cross_encoder.losses.mse	MSELoss
sentence_transformers.cross_encoder.losses.multiple_negatives_ranking	MultipleNegativesRankingLoss
sentence_transformers.cross_encoder.losses.plist_mle	PListMLELambdaWeight PListMLELoss
sentence_transformers.cross_encoder.losses.rank_net	RankNetLoss
sentence_transformers.cross_encoder.model	_Float32Linear
sentence_transformers.cross_encoder.modules.logit_score	LogitScore
sentence_transformers.sentence_transformer.data_collator	SentenceTransformerDataCollator
sentence_transformers.sentence_transformer.fit_mixin	FitMixin OriginalCallback SaveModelCallback
sentence_transformers.sentence_transformer.losses.adaptive_layer	AdaptiveLayerLoss ForwardDecorator TransformerDecorator
sentence_transformers.sentence_transformer.losses.batch_all_triplet	BatchAllTripletLoss
sentence_transformers.sentence_transformer.losses.batch_hard_soft_margin_triplet	BatchHardSoftMarginTripletLoss
sentence_transformers.sentence_transformer.losses.batch_hard_triplet	BatchHardTripletLoss BatchHardTripletLossDistanceFunction
sentence_transformers.sentence_transformer.losses.batch_semi_hard_triplet	BatchSemiHardTripletLoss
sentence_transformers.sentence_transformer.losses.cached_gist_embed	CachedGISTEmbedLoss
sentence_transformers.sentence_transformer.losses.cached_multiple_negatives_ranking	CachedMultipleNegativesRankingLoss
sentence_transformers.sentence_transformer.losses.cached_multiple_negatives_symmetric_ranking	CachedMultipleNegativesSymmetricRankingLoss
sentence_transformers.sentence_transformer.losses.contrastive	ContrastiveLoss SiameseDistanceMetric	SiameseDistanceMetric
sentence_transformers.sentence_transformer.losses.contrastive_tension	ContrastiveTensionDataLoader ContrastiveTensionLoss ContrastiveTensionLossInBatchNegatives
sentence_transformers.sentence_transformer.losses.cosent	CoSENTLoss
sentence_transformers.sentence_transformer.losses.cosine_similarity	CosineSimilarityLoss
sentence_transformers.sentence_transformer.losses.distill_kl_div	DistillKLDivLoss
sentence_transformers.sentence_transformer.losses.embed_distill	EmbedDistillLoss
sentence_transformers.sentence_transformer.losses.gist_embed	GISTEmbedLoss
sentence_transformers.sentence_transformer.losses.global_orthogonal_regularization	GlobalOrthogonalRegularizationLoss
sentence_transformers.sentence_transformer.losses.margin_mse	MarginMSELoss
sentence_transformers.sentence_transformer.losses.matryoshka	CachedLossDecorator ForwardDecorator MatryoshkaLoss
sentence_transformers.sentence_transformer.losses.matryoshka_2d	Matryoshka2dLoss
sentence_transformers.sentence_transformer.losses.mega_batch_margin	MegaBatchMarginLoss
sentence_transformers.sentence_transformer.losses.mse	MSELoss
sentence_transformers.sentence_transformer.losses.multiple_negatives_ranking	MultipleNegativesRankingLoss
sentence_transformers.sentence_transformer.losses.multiple_negatives_symmetric_ranking	MultipleNegativesSymmetricRankingLoss
sentence_transformers.sentence_transformer.losses.online_contrastive	OnlineContrastiveLoss
sentence_transformers.sentence_transformer.losses.softmax	SoftmaxLoss
sentence_transformers.sentence_transformer.losses.triplet	TripletDistanceMetric TripletLoss	TripletDistanceMetric
sentence_transformers.sentence_transformer.modules.bow	BoW
sentence_transformers.sentence_transformer.modules.cnn	CNN
sentence_transformers.sentence_transformer.modules.dropout	Dropout
sentence_transformers.sentence_transformer.modules.layer_norm	LayerNorm
sentence_transformers.sentence_transformer.modules.lstm	LSTM
sentence_transformers.sentence_transformer.modules.pooling	Pooling
sentence_transformers.sentence_transformer.modules.tokenizer.phrase	PhraseTokenizer
sentence_transformers.sentence_transformer.modules.tokenizer.whitespace	WhitespaceTokenizer
sentence_transformers.sentence_transformer.modules.tokenizer.word	TransformersTokenizerWrapper WordTokenizer
sentence_transformers.sentence_transformer.modules.weighted_layer_pooling	WeightedLayerPooling
sentence_transformers.sentence_transformer.modules.word_embeddings	WordEmbeddings
sentence_transformers.sentence_transformer.modules.word_weights	WordWeights
sentence_transformers.sentence_transformer.readers.input_example	InputExample
sentence_transformers.sentence_transformer.readers.label_sentence	LabelSentenceReader
sentence_transformers.sentence_transformer.readers.nli_data	NLIDataReader
sentence_transformers.sentence_transformer.readers.paired_files	PairedFilesReader
sentence_transformers.sentence_transformer.readers.sts_data	STSBenchmarkDataReader STSDataReader
sentence_transformers.sentence_transformer.readers.triplet	TripletReader
sentence_transformers.util.deprecated_import	_DeprecatedModuleFinder _DeprecatedModuleLoader _ProtectedModule
sentence_transformers.util.similarity	SimilarityFunction	SimilarityFunction
shap._explanation	Cohorts Explanation MetaExplanation OpHistoryItem
shap._serializable	Deserializer Serializable Serializer
shap.actions._action	Action
shap.actions._optimizer	ActionOptimizer
shap.explainers._coalition	Node
shap.explainers._tree	IsoTree SingleTree XGBTreeModelLoader
shap.explainers.pytree	Tree TreeExplainer
shap.maskers._composite	Composite
shap.maskers._fixed	Fixed
shap.maskers._fixed_composite	FixedComposite
shap.maskers._image	Image
shap.maskers._masker	Masker
shap.maskers._output_composite	OutputComposite
shap.maskers._tabular	Impute Independent Partition Tabular
shap.maskers._text	SimpleTokenizer Text Token TokenGroup
shap.models._model	Model
shap.models._teacher_forcing	TeacherForcing
shap.models._text_generation	TextGeneration
shap.models._topk_lm	TopKLM
shap.models._transformers_pipeline	TransformersPipeline
shap.utils._exceptions	ConvergenceError DimensionError ExplainerError InvalidAction InvalidAlgorithmError InvalidClusteringError InvalidFeaturePerturbationError InvalidMaskerError InvalidModelError InvalidStyleOptionError
shap.utils._general	OpChain
shap.utils._legacy	Data DenseData DenseDataWithIndex IdentityLink Instance InstanceWithIndex Link LogitLink Model SparseData		IdentityLink.f
shap.utils._masked_model	MaskedModel
shap.utils._warnings	ExperimentalWarning
signal	Handlers Sigmasks Signals	Handlers Sigmasks Signals
skbase.base._base	BaseEstimator BaseObject TagAliaserMixin
skbase.base._clone_plugins	BaseCloner _CloneCatchAll _CloneClass _CloneDict _CloneGetParams _CloneListTupleSet _CloneSkbase _CloneSklearn
skbase.base._meta	BaseMetaEstimator BaseMetaEstimatorMixin BaseMetaObject BaseMetaObjectMixin _MetaObjectMixin _MetaTagLogicMixin
skbase.base._pretty_printing._object_html_repr	_VisualBlock
skbase.base._pretty_printing._pprint	KeyValTuple KeyValTupleParam _BaseObjectPrettyPrinter
skbase.base._tagmanager	_FlagManager
skbase.utils.dependencies._import	CommonMagicMeta MagicAttribute
skbase.utils.stderr_mute	StderrMute
skbase.utils.stdout_mute	StdoutMute
sklearn._loss._loss	CyAbsoluteError CyExponentialLoss CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss CyHalfPoissonLoss CyHalfSquaredError CyHalfTweedieLoss CyHalfTweedieLossIdentity CyHuberLoss CyLossFunction CyPinballLoss	CyAbsoluteError CyExponentialLoss CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss CyHalfPoissonLoss CyHalfSquaredError CyHalfTweedieLoss CyHalfTweedieLossIdentity CyHuberLoss CyPinballLoss __pyx_unpickle_CyAbsoluteError __pyx_unpickle_CyExponentialLoss __pyx_unpickle_CyHalfBinomialLoss __pyx_unpickle_CyHalfGammaLoss __pyx_unpickle_CyHalfMultinomialLoss __pyx_unpickle_CyHalfPoissonLoss __pyx_unpickle_CyHalfSquaredError __pyx_unpickle_CyHalfTweedieLossIdentity
sklearn._loss.glm_distribution	DistributionBoundary ExponentialDispersionModel GammaDistribution InverseGaussianDistribution NormalDistribution PoissonDistribution TweedieDistribution
sklearn._loss.link	BaseLink HalfLogitLink IdentityLink Interval LogLink LogitLink MultinomialLogit
sklearn._loss.loss	AbsoluteError ArrayAPILossMixin BaseLoss ExponentialLoss HalfBinomialLoss HalfBinomialLossArrayAPI HalfGammaLoss HalfMultinomialLoss HalfMultinomialLossArrayAPI HalfPoissonLoss HalfPoissonLossArrayAPI HalfSquaredError HalfTweedieLoss HalfTweedieLossIdentity HuberLoss PinballLoss
sklearn.base	BaseEstimator BiclusterMixin ClassNamePrefixFeaturesOutMixin ClassifierMixin ClusterMixin DensityMixin MetaEstimatorMixin MultiOutputMixin OneToOneFeatureMixin OutlierMixin RegressorMixin TransformerMixin _UnstableArchMixin
sklearn.calibration	CalibratedClassifierCV _CalibratedClassifier _SigmoidCalibration _TemperatureScaling
sklearn.cluster._affinity_propagation	AffinityPropagation
sklearn.cluster._agglomerative	AgglomerativeClustering FeatureAgglomeration
sklearn.cluster._bicluster	BaseSpectral SpectralBiclustering SpectralCoclustering
sklearn.cluster._birch	Birch _CFNode _CFSubcluster
sklearn.cluster._bisect_k_means	BisectingKMeans _BisectingTree
sklearn.cluster._dbscan	DBSCAN
sklearn.cluster._feature_agglomeration	AgglomerationTransform
sklearn.cluster._hdbscan._tree	TreeUnionFind
sklearn.cluster._hdbscan.hdbscan	HDBSCAN
sklearn.cluster._hierarchical_fast	UnionFind WeightedEdge
sklearn.cluster._kmeans	KMeans MiniBatchKMeans _BaseKMeans		_kmeans_single_elkan _kmeans_single_lloyd
sklearn.cluster._mean_shift	MeanShift
sklearn.cluster._optics	OPTICS
sklearn.cluster._spectral	SpectralClustering
sklearn.cluster.affinity_propagation_	AffinityPropagation
sklearn.cluster.bicluster	BaseSpectral SpectralBiclustering SpectralCoclustering
sklearn.cluster.birch	Birch _CFNode _CFSubcluster
sklearn.cluster.dbscan_	DBSCAN
sklearn.cluster.hierarchical	AgglomerativeClustering FeatureAgglomeration
sklearn.cluster.k_means_	KMeans MiniBatchKMeans _BaseKMeans		_kmeans_single_lloyd
sklearn.cluster.mean_shift_	MeanShift
sklearn.cluster.optics_	OPTICS
sklearn.cluster.spectral	SpectralClustering
sklearn.compose._column_transformer	ColumnTransformer make_column_selector
sklearn.compose._target	TransformedTargetRegressor
sklearn.covariance._elliptic_envelope	EllipticEnvelope
sklearn.covariance._empirical_covariance	EmpiricalCovariance
sklearn.covariance._graph_lasso	BaseGraphicalLasso GraphicalLasso GraphicalLassoCV
sklearn.covariance._robust_covariance	MinCovDet
sklearn.covariance._shrunk_covariance	LedoitWolf OAS ShrunkCovariance
sklearn.covariance.elliptic_envelope	EllipticEnvelope
sklearn.covariance.empirical_covariance_	EmpiricalCovariance
sklearn.covariance.graph_lasso_	BaseGraphicalLasso GraphicalLasso GraphicalLassoCV
sklearn.covariance.robust_covariance	MinCovDet
sklearn.covariance.shrunk_covariance_	LedoitWolf OAS ShrunkCovariance
sklearn.cross_decomposition._cca	CCA
sklearn.cross_decomposition._pls	CCA PLSCanonical PLSRegression PLSSVD _PLS
sklearn.cross_decomposition.cca_	CCA
sklearn.cross_decomposition.pls_	CCA PLSCanonical PLSRegression PLSSVD _PLS
sklearn.decomposition._base	_BasePCA
sklearn.decomposition._dict_learning	DictionaryLearning MiniBatchDictionaryLearning SparseCoder SparseCodingMixin _BaseSparseCoding
sklearn.decomposition._factor_analysis	FactorAnalysis
sklearn.decomposition._fastica	FastICA
sklearn.decomposition._incremental_pca	IncrementalPCA
sklearn.decomposition._kernel_pca	KernelPCA
sklearn.decomposition._lda	LatentDirichletAllocation
sklearn.decomposition._nmf	MiniBatchNMF NMF _BaseNMF
sklearn.decomposition._pca	PCA
sklearn.decomposition._sparse_pca	MiniBatchSparsePCA SparsePCA _BaseSparsePCA
sklearn.decomposition._truncated_svd	TruncatedSVD
sklearn.decomposition.base	_BasePCA
sklearn.decomposition.dict_learning	DictionaryLearning MiniBatchDictionaryLearning SparseCoder SparseCodingMixin _BaseSparseCoding
sklearn.decomposition.factor_analysis	FactorAnalysis
sklearn.decomposition.fastica_	FastICA
sklearn.decomposition.incremental_pca	IncrementalPCA
sklearn.decomposition.kernel_pca	KernelPCA
sklearn.decomposition.nmf	MiniBatchNMF NMF _BaseNMF
sklearn.decomposition.online_lda	LatentDirichletAllocation
sklearn.decomposition.pca	PCA
sklearn.decomposition.sparse_pca	MiniBatchSparsePCA SparsePCA _BaseSparsePCA
sklearn.decomposition.truncated_svd	TruncatedSVD
sklearn.discriminant_analysis	DiscriminantAnalysisPredictionMixin LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis
sklearn.dummy	DummyClassifier DummyRegressor
sklearn.ensemble._bagging	BaggingClassifier BaggingRegressor BaseBagging
sklearn.ensemble._base	BaseEnsemble _BaseHeterogeneousEnsemble
sklearn.ensemble._forest	BaseForest ExtraTreesClassifier ExtraTreesRegressor ForestClassifier ForestRegressor RandomForestClassifier RandomForestRegressor RandomTreesEmbedding
sklearn.ensemble._gb	BaseGradientBoosting BinomialDeviance ClassificationLossFunction ExponentialLoss GradientBoostingClassifier GradientBoostingRegressor HuberLossFunction LeastAbsoluteError LeastSquaresError LogOddsEstimator LossFunction MeanEstimator MultinomialDeviance PriorProbabilityEstimator QuantileEstimator QuantileLossFunction RegressionLossFunction ScaledLogOddsEstimator VerboseReporter ZeroEstimator
sklearn.ensemble._gb_losses	BinomialDeviance ClassificationLossFunction ExponentialLoss HuberLossFunction LeastAbsoluteError LeastSquaresError LossFunction MultinomialDeviance QuantileLossFunction RegressionLossFunction
sklearn.ensemble._hist_gradient_boosting.binning	_BinMapper
sklearn.ensemble._hist_gradient_boosting.common	MonotonicConstraint	MonotonicConstraint
sklearn.ensemble._hist_gradient_boosting.gradient_boosting	BaseHistGradientBoosting HistGradientBoostingClassifier HistGradientBoostingRegressor
sklearn.ensemble._hist_gradient_boosting.grower	TreeGrower TreeNode
sklearn.ensemble._hist_gradient_boosting.histogram	HistogramBuilder
sklearn.ensemble._hist_gradient_boosting.loss	BaseLoss BinaryCrossEntropy CategoricalCrossEntropy LeastAbsoluteDeviation LeastSquares Poisson
sklearn.ensemble._hist_gradient_boosting.predictor	TreePredictor
sklearn.ensemble._hist_gradient_boosting.splitting	SplitInfo Splitter
sklearn.ensemble._iforest	IsolationForest
sklearn.ensemble._stacking	StackingClassifier StackingRegressor _BaseStacking
sklearn.ensemble._voting	VotingClassifier VotingRegressor _BaseVoting
sklearn.ensemble._weight_boosting	AdaBoostClassifier AdaBoostRegressor BaseWeightBoosting
sklearn.ensemble.bagging	BaggingClassifier BaggingRegressor BaseBagging
sklearn.ensemble.base	BaseEnsemble _BaseHeterogeneousEnsemble
sklearn.ensemble.forest	BaseForest ExtraTreesClassifier ExtraTreesRegressor ForestClassifier ForestRegressor RandomForestClassifier RandomForestRegressor RandomTreesEmbedding
sklearn.ensemble.gradient_boosting	BaseGradientBoosting BinomialDeviance ClassificationLossFunction ExponentialLoss GradientBoostingClassifier GradientBoostingRegressor HuberLossFunction LeastAbsoluteError LeastSquaresError LogOddsEstimator LossFunction MeanEstimator MultinomialDeviance PriorProbabilityEstimator QuantileEstimator QuantileLossFunction RegressionLossFunction ScaledLogOddsEstimator VerboseReporter ZeroEstimator
sklearn.ensemble.iforest	IsolationForest
sklearn.ensemble.voting	VotingClassifier VotingRegressor _BaseVoting
sklearn.ensemble.weight_boosting	AdaBoostClassifier AdaBoostRegressor BaseWeightBoosting
sklearn.exceptions	ChangedBehaviorWarning ConvergenceWarning DataConversionWarning DataDimensionalityWarning EfficiencyWarning EstimatorCheckFailedWarning FitFailedWarning InconsistentVersionWarning NonBLASDotWarning NotFittedError PositiveSpectrumWarning SkipTestWarning UndefinedMetricWarning UnsetMetadataPassedError
sklearn.externals.joblib.numpy_pickle	NumpyArrayWrapper
sklearn.feature_extraction._dict_vectorizer	DictVectorizer
sklearn.feature_extraction._hash	FeatureHasher
sklearn.feature_extraction.dict_vectorizer	DictVectorizer
sklearn.feature_extraction.hashing	FeatureHasher
sklearn.feature_extraction.image	PatchExtractor
sklearn.feature_extraction.text	CountVectorizer HashingVectorizer TfidfTransformer TfidfVectorizer VectorizerMixin _VectorizerMixin
sklearn.feature_selection._base	SelectorMixin
sklearn.feature_selection._from_model	SelectFromModel
sklearn.feature_selection._mutual_info			mutual_info_classif mutual_info_regression
sklearn.feature_selection._rfe	RFE RFECV
sklearn.feature_selection._sequential	SequentialFeatureSelector
sklearn.feature_selection._univariate_selection	GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest SelectPercentile _BaseFilter		chi2 f_classif f_oneway f_regression r_regression
sklearn.feature_selection._variance_threshold	VarianceThreshold
sklearn.feature_selection.base	SelectorMixin
sklearn.feature_selection.from_model	SelectFromModel
sklearn.feature_selection.mutual_info			mutual_info_classif mutual_info_regression
sklearn.feature_selection.rfe	RFE RFECV
sklearn.feature_selection.univariate_selection	GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest SelectPercentile _BaseFilter		chi2 f_classif f_oneway f_regression r_regression
sklearn.feature_selection.variance_threshold	VarianceThreshold
sklearn.frozen._frozen	FrozenEstimator
sklearn.gaussian_process._gpc	GaussianProcessClassifier _BinaryGaussianProcessClassifierLaplace
sklearn.gaussian_process._gpr	GaussianProcessRegressor
sklearn.gaussian_process.gpc	GaussianProcessClassifier _BinaryGaussianProcessClassifierLaplace
sklearn.gaussian_process.gpr	GaussianProcessRegressor
sklearn.gaussian_process.kernels	CompoundKernel ConstantKernel DotProduct ExpSineSquared Exponentiation GenericKernelMixin Hyperparameter Kernel KernelOperator Matern NormalizedKernelMixin PairwiseKernel Product RBF RationalQuadratic StationaryKernelMixin Sum WhiteKernel
sklearn.impute._base	MissingIndicator SimpleImputer _BaseImputer
sklearn.impute._iterative	IterativeImputer _ImputerTriplet
sklearn.impute._knn	KNNImputer
sklearn.isotonic	IsotonicRegression
sklearn.kernel_approximation	AdditiveChi2Sampler Nystroem PolynomialCountSketch RBFSampler SkewedChi2Sampler
sklearn.kernel_ridge	KernelRidge
sklearn.linear_model._base	LinearClassifierMixin LinearModel LinearRegression MultiOutputLinearModel SparseCoefMixin
sklearn.linear_model._bayes	ARDRegression BayesianRidge
sklearn.linear_model._coordinate_descent	ElasticNet ElasticNetCV Lasso LassoCV LinearModelCV MultiTaskElasticNet MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV
sklearn.linear_model._glm._newton_solver	NewtonCholeskySolver NewtonSolver
sklearn.linear_model._glm.glm	GammaRegressor GeneralizedLinearRegressor PoissonRegressor TweedieRegressor _GeneralizedLinearRegressor
sklearn.linear_model._glm.link	BaseLink IdentityLink LogLink LogitLink
sklearn.linear_model._huber	HuberRegressor
sklearn.linear_model._least_angle	Lars LarsCV LassoLars LassoLarsCV LassoLarsIC
sklearn.linear_model._linear_loss	LinearModelLoss
sklearn.linear_model._logistic	LogisticRegression LogisticRegressionCV _LbfgsCallbackBridge
sklearn.linear_model._omp	OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV
sklearn.linear_model._passive_aggressive	PassiveAggressiveClassifier PassiveAggressiveRegressor
sklearn.linear_model._perceptron	Perceptron
sklearn.linear_model._quantile	QuantileRegressor
sklearn.linear_model._ransac	RANSACRegressor
sklearn.linear_model._ridge	Ridge RidgeCV RidgeClassifier RidgeClassifierCV _BaseRidge _BaseRidgeCV _IdentityClassifier _IdentityRegressor _RidgeClassifierMixin _RidgeGCV _XT_CenterStackOp _X_CenterStackOp
sklearn.linear_model._sag_fast	MultinomialLogLoss32 MultinomialLogLoss64
sklearn.linear_model._sgd_fast	Classification EpsilonInsensitive Hinge Huber Log LossFunction ModifiedHuber Regression SquaredEpsilonInsensitive SquaredHinge SquaredLoss	Classification EpsilonInsensitive Hinge Huber Log LossFunction ModifiedHuber Regression SquaredEpsilonInsensitive SquaredHinge SquaredLoss
sklearn.linear_model._stochastic_gradient	BaseSGD BaseSGDClassifier BaseSGDRegressor SGDClassifier SGDOneClassSVM SGDRegressor _ValidationScoreCallback
sklearn.linear_model._theil_sen	TheilSenRegressor
sklearn.linear_model.base	LinearClassifierMixin LinearModel LinearRegression MultiOutputLinearModel SparseCoefMixin
sklearn.linear_model.bayes	ARDRegression BayesianRidge
sklearn.linear_model.coordinate_descent	ElasticNet ElasticNetCV Lasso LassoCV LinearModelCV MultiTaskElasticNet MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV
sklearn.linear_model.huber	HuberRegressor
sklearn.linear_model.least_angle	Lars LarsCV LassoLars LassoLarsCV LassoLarsIC
sklearn.linear_model.logistic	LogisticRegression LogisticRegressionCV _LbfgsCallbackBridge
sklearn.linear_model.omp	OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV
sklearn.linear_model.passive_aggressive	PassiveAggressiveClassifier PassiveAggressiveRegressor
sklearn.linear_model.perceptron	Perceptron
sklearn.linear_model.ransac	RANSACRegressor
sklearn.linear_model.ridge	Ridge RidgeCV RidgeClassifier RidgeClassifierCV _BaseRidge _BaseRidgeCV _IdentityClassifier _IdentityRegressor _RidgeClassifierMixin _RidgeGCV _XT_CenterStackOp _X_CenterStackOp
sklearn.linear_model.sag_fast	MultinomialLogLoss32 MultinomialLogLoss64
sklearn.linear_model.sgd_fast	Classification EpsilonInsensitive Hinge Huber Log LossFunction ModifiedHuber Regression SquaredEpsilonInsensitive SquaredHinge SquaredLoss	EpsilonInsensitive Hinge Huber Log ModifiedHuber SquaredEpsilonInsensitive SquaredHinge SquaredLoss
sklearn.linear_model.stochastic_gradient	BaseSGD BaseSGDClassifier BaseSGDRegressor SGDClassifier SGDOneClassSVM SGDRegressor _ValidationScoreCallback
sklearn.linear_model.theil_sen	TheilSenRegressor
sklearn.manifold._classical_mds	ClassicalMDS
sklearn.manifold._isomap	Isomap
sklearn.manifold._locally_linear	LocallyLinearEmbedding
sklearn.manifold._mds	MDS
sklearn.manifold._spectral_embedding	SpectralEmbedding
sklearn.manifold._t_sne	TSNE
sklearn.manifold.isomap	Isomap
sklearn.manifold.locally_linear	LocallyLinearEmbedding
sklearn.manifold.mds	MDS
sklearn.manifold.spectral_embedding_	SpectralEmbedding
sklearn.manifold.t_sne	TSNE
sklearn.metrics._classification			accuracy_score balanced_accuracy_score brier_score_loss class_likelihood_ratios classification_report cohen_kappa_score confusion_matrix d2_brier_score d2_log_loss_score f1_score fbeta_score hamming_loss hinge_loss jaccard_score jaccard_similarity_score log_loss matthews_corrcoef multilabel_confusion_matrix precision_recall_fscore_support precision_score recall_score zero_one_loss
sklearn.metrics._dist_metrics	BrayCurtisDistance BrayCurtisDistance32 BrayCurtisDistance64 CanberraDistance CanberraDistance32 CanberraDistance64 ChebyshevDistance ChebyshevDistance32 ChebyshevDistance64 DiceDistance DiceDistance32 DiceDistance64 DistanceMetric DistanceMetric32 DistanceMetric64 EuclideanDistance EuclideanDistance32 EuclideanDistance64 HammingDistance HammingDistance32 HammingDistance64 HaversineDistance HaversineDistance32 HaversineDistance64 JaccardDistance JaccardDistance32 JaccardDistance64 KulsinskiDistance32 KulsinskiDistance64 MahalanobisDistance MahalanobisDistance32 MahalanobisDistance64 ManhattanDistance ManhattanDistance32 ManhattanDistance64 MatchingDistance MatchingDistance32 MatchingDistance64 MinkowskiDistance MinkowskiDistance32 MinkowskiDistance64 PyFuncDistance32 PyFuncDistance64 RogersTanimotoDistance RogersTanimotoDistance32 RogersTanimotoDistance64 RussellRaoDistance RussellRaoDistance32 RussellRaoDistance64 SEuclideanDistance SEuclideanDistance32 SEuclideanDistance64 SokalMichenerDistance SokalMichenerDistance32 SokalMichenerDistance64 SokalSneathDistance SokalSneathDistance32 SokalSneathDistance64	newObj
sklearn.metrics._pairwise_distances_reduction._argkmin	ArgKmin32 ArgKmin64 EuclideanArgKmin32 EuclideanArgKmin64
sklearn.metrics._pairwise_distances_reduction._argkmin_classmode	ArgKminClassMode32 ArgKminClassMode64
sklearn.metrics._pairwise_distances_reduction._base	BaseDistancesReduction32 BaseDistancesReduction64
sklearn.metrics._pairwise_distances_reduction._datasets_pair	DatasetsPair32 DatasetsPair64 DenseDenseDatasetsPair32 DenseDenseDatasetsPair64 DenseSparseDatasetsPair32 DenseSparseDatasetsPair64 SparseDenseDatasetsPair32 SparseDenseDatasetsPair64 SparseSparseDatasetsPair32 SparseSparseDatasetsPair64
sklearn.metrics._pairwise_distances_reduction._dispatcher	ArgKmin ArgKminClassMode BaseDistancesReductionDispatcher RadiusNeighbors RadiusNeighborsClassMode		sqeuclidean_row_norms
sklearn.metrics._pairwise_distances_reduction._middle_term_computer	DenseDenseMiddleTermComputer32 DenseDenseMiddleTermComputer64 MiddleTermComputer32 MiddleTermComputer64 SparseDenseMiddleTermComputer32 SparseDenseMiddleTermComputer64 SparseSparseMiddleTermComputer32 SparseSparseMiddleTermComputer64
sklearn.metrics._pairwise_distances_reduction._radius_neighbors	EuclideanRadiusNeighbors32 EuclideanRadiusNeighbors64 RadiusNeighbors32 RadiusNeighbors64
sklearn.metrics._pairwise_distances_reduction._radius_neighbors_classmode	RadiusNeighborsClassMode32 RadiusNeighborsClassMode64
sklearn.metrics._ranking			auc average_precision_score confusion_matrix_at_thresholds coverage_error dcg_score det_curve label_ranking_average_precision_score label_ranking_loss metric_at_thresholds ndcg_score precision_recall_curve roc_auc_score roc_curve top_k_accuracy_score
sklearn.metrics._regression			d2_absolute_error_score d2_pinball_score d2_tweedie_score explained_variance_score max_error mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance median_absolute_error r2_score root_mean_squared_error root_mean_squared_log_error
sklearn.metrics._scorer	_BaseScorer _CurveScorer _MultimetricScorer _PassthroughScorer _PredictScorer _ProbaScorer _Scorer _ThresholdScorer		_passthrough_scorer check_scoring get_scorer get_scorer_names make_scorer negative_likelihood_ratio positive_likelihood_ratio
sklearn.metrics.classification			accuracy_score balanced_accuracy_score brier_score_loss class_likelihood_ratios classification_report cohen_kappa_score confusion_matrix d2_brier_score d2_log_loss_score f1_score fbeta_score hamming_loss hinge_loss jaccard_score jaccard_similarity_score log_loss matthews_corrcoef multilabel_confusion_matrix precision_recall_fscore_support precision_score recall_score zero_one_loss
sklearn.metrics.cluster._bicluster			consensus_score
sklearn.metrics.cluster._supervised			adjusted_mutual_info_score adjusted_rand_score check_clusterings completeness_score contingency_matrix entropy fowlkes_mallows_score homogeneity_completeness_v_measure homogeneity_score mutual_info_score normalized_mutual_info_score pair_confusion_matrix rand_score v_measure_score
sklearn.metrics.cluster._unsupervised			calinski_harabasz_score calinski_harabaz_score check_number_of_labels davies_bouldin_score silhouette_samples silhouette_score
sklearn.metrics.cluster.bicluster			consensus_score
sklearn.metrics.cluster.supervised			adjusted_mutual_info_score adjusted_rand_score check_clusterings completeness_score contingency_matrix entropy fowlkes_mallows_score homogeneity_completeness_v_measure homogeneity_score mutual_info_score normalized_mutual_info_score pair_confusion_matrix rand_score v_measure_score
sklearn.metrics.cluster.unsupervised			calinski_harabasz_score calinski_harabaz_score check_number_of_labels davies_bouldin_score silhouette_samples silhouette_score
sklearn.metrics.pairwise			additive_chi2_kernel check_paired_arrays check_pairwise_arrays chi2_kernel cosine_distances cosine_similarity distance_metrics euclidean_distances haversine_distances kernel_metrics laplacian_kernel linear_kernel manhattan_distances nan_euclidean_distances paired_cosine_distances paired_distances paired_euclidean_distances paired_manhattan_distances pairwise_distances pairwise_distances_argmin pairwise_distances_argmin_min pairwise_distances_chunked pairwise_kernels polynomial_kernel rbf_kernel sigmoid_kernel
sklearn.metrics.ranking			auc average_precision_score confusion_matrix_at_thresholds coverage_error dcg_score det_curve label_ranking_average_precision_score label_ranking_loss metric_at_thresholds ndcg_score precision_recall_curve roc_auc_score roc_curve top_k_accuracy_score
sklearn.metrics.regression			d2_absolute_error_score d2_pinball_score d2_tweedie_score explained_variance_score max_error mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance median_absolute_error r2_score root_mean_squared_error root_mean_squared_log_error
sklearn.metrics.scorer	_BaseScorer _CurveScorer _MultimetricScorer _PassthroughScorer _PredictScorer _ProbaScorer _Scorer _ThresholdScorer		_passthrough_scorer check_scoring get_scorer get_scorer_names make_scorer negative_likelihood_ratio positive_likelihood_ratio
sklearn.mixture._base	BaseMixture
sklearn.mixture._bayesian_mixture	BayesianGaussianMixture
sklearn.mixture._gaussian_mixture	GaussianMixture
sklearn.mixture.base	BaseMixture
sklearn.mixture.bayesian_mixture	BayesianGaussianMixture
sklearn.mixture.gaussian_mixture	GaussianMixture
sklearn.model_selection._classification_threshold	BaseThresholdClassifier FixedThresholdClassifier TunedThresholdClassifierCV
sklearn.model_selection._search	BaseSearchCV GridSearchCV ParameterGrid ParameterSampler RandomizedSearchCV
sklearn.model_selection._search_successive_halving	BaseSuccessiveHalving HalvingGridSearchCV HalvingRandomSearchCV _SubsampleMetaSplitter		_refit_callable
sklearn.model_selection._split	BaseCrossValidator BaseShuffleSplit GroupKFold GroupShuffleSplit GroupsConsumerMixin KFold LeaveOneGroupOut LeaveOneOut LeavePGroupsOut LeavePOut PredefinedSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedGroupKFold StratifiedKFold StratifiedShuffleSplit TimeSeriesSplit _BaseKFold _CVIterableWrapper _RepeatedSplits _UnsupportedGroupCVMixin
sklearn.multiclass	OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier _ConstantPredictor
sklearn.multioutput	ClassifierChain MultiOutputClassifier MultiOutputEstimator MultiOutputRegressor RegressorChain _BaseChain _MultiOutputEstimator
sklearn.naive_bayes	BaseDiscreteNB BaseNB BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB _BaseDiscreteNB _BaseNB
sklearn.neighbors._ball_tree	BallTree BallTree32 BallTree64 BinaryTree BinaryTree32 BinaryTree64 NeighborsHeap NeighborsHeap32 NeighborsHeap64 NodeHeap	newObj
sklearn.neighbors._base	KNeighborsMixin NeighborsBase RadiusNeighborsMixin SupervisedFloatMixin SupervisedIntegerMixin UnsupervisedMixin
sklearn.neighbors._classification	KNeighborsClassifier RadiusNeighborsClassifier
sklearn.neighbors._dist_metrics	BrayCurtisDistance CanberraDistance ChebyshevDistance DiceDistance DistanceMetric EuclideanDistance HammingDistance HaversineDistance JaccardDistance KulsinskiDistance MahalanobisDistance ManhattanDistance MatchingDistance MinkowskiDistance PyFuncDistance RogersTanimotoDistance RussellRaoDistance SEuclideanDistance SokalMichenerDistance SokalSneathDistance WMinkowskiDistance	newObj
sklearn.neighbors._graph	KNeighborsTransformer RadiusNeighborsTransformer
sklearn.neighbors._kd_tree	BinaryTree BinaryTree32 BinaryTree64 KDTree KDTree32 KDTree64 NeighborsHeap NeighborsHeap32 NeighborsHeap64 NodeHeap	newObj
sklearn.neighbors._kde	KernelDensity
sklearn.neighbors._lof	LocalOutlierFactor
sklearn.neighbors._nca	NeighborhoodComponentsAnalysis
sklearn.neighbors._nearest_centroid	NearestCentroid
sklearn.neighbors._quad_tree	_QuadTree
sklearn.neighbors._regression	KNeighborsRegressor RadiusNeighborsRegressor
sklearn.neighbors._unsupervised	NearestNeighbors
sklearn.neighbors.ball_tree	BallTree BallTree32 BallTree64 BinaryTree BinaryTree32 BinaryTree64 NeighborsHeap NeighborsHeap32 NeighborsHeap64 NodeHeap	newObj
sklearn.neighbors.base	KNeighborsMixin NeighborsBase RadiusNeighborsMixin SupervisedFloatMixin SupervisedIntegerMixin UnsupervisedMixin
sklearn.neighbors.classification	KNeighborsClassifier RadiusNeighborsClassifier
sklearn.neighbors.dist_metrics	BrayCurtisDistance CanberraDistance ChebyshevDistance DiceDistance DistanceMetric EuclideanDistance HammingDistance HaversineDistance JaccardDistance KulsinskiDistance MahalanobisDistance ManhattanDistance MatchingDistance MinkowskiDistance PyFuncDistance RogersTanimotoDistance RussellRaoDistance SEuclideanDistance SokalMichenerDistance SokalSneathDistance WMinkowskiDistance	newObj
sklearn.neighbors.graph	KNeighborsTransformer RadiusNeighborsTransformer
sklearn.neighbors.kd_tree	BinaryTree BinaryTree32 BinaryTree64 KDTree KDTree32 KDTree64 NeighborsHeap NeighborsHeap32 NeighborsHeap64 NodeHeap	newObj
sklearn.neighbors.kde	KernelDensity
sklearn.neighbors.lof	LocalOutlierFactor
sklearn.neighbors.nca	NeighborhoodComponentsAnalysis
sklearn.neighbors.nearest_centroid	NearestCentroid
sklearn.neighbors.quad_tree	_QuadTree
sklearn.neighbors.regression	KNeighborsRegressor RadiusNeighborsRegressor
sklearn.neighbors.unsupervised	NearestNeighbors
sklearn.neural_network._base			binary_log_loss identity inplace_exp inplace_identity inplace_identity_derivative inplace_logistic inplace_logistic_derivative inplace_relu inplace_relu_derivative inplace_softmax inplace_tanh inplace_tanh_derivative log_loss logistic poisson_loss relu softmax squared_loss tanh
sklearn.neural_network._multilayer_perceptron	BaseMultilayerPerceptron MLPClassifier MLPRegressor
sklearn.neural_network._rbm	BernoulliRBM
sklearn.neural_network._stochastic_optimizers	AdamOptimizer BaseOptimizer SGDOptimizer
sklearn.neural_network.multilayer_perceptron	BaseMultilayerPerceptron MLPClassifier MLPRegressor
sklearn.neural_network.rbm	BernoulliRBM
sklearn.pipeline	FeatureUnion Pipeline
sklearn.preprocessing._data	Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PolynomialFeatures PowerTransformer QuantileTransformer RobustScaler StandardScaler
sklearn.preprocessing._discretization	KBinsDiscretizer
sklearn.preprocessing._encoders	OneHotEncoder OrdinalEncoder _BaseEncoder
sklearn.preprocessing._function_transformer	FunctionTransformer
sklearn.preprocessing._label	LabelBinarizer LabelEncoder MultiLabelBinarizer
sklearn.preprocessing._polynomial	PolynomialFeatures SplineTransformer
sklearn.preprocessing._target_encoder	TargetEncoder
sklearn.preprocessing.data	Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PolynomialFeatures PowerTransformer QuantileTransformer RobustScaler StandardScaler
sklearn.preprocessing.label	LabelBinarizer LabelEncoder MultiLabelBinarizer
sklearn.random_projection	BaseRandomProjection GaussianRandomProjection SparseRandomProjection
sklearn.semi_supervised._label_propagation	BaseLabelPropagation LabelPropagation LabelSpreading
sklearn.semi_supervised._self_training	SelfTrainingClassifier
sklearn.semi_supervised.label_propagation	BaseLabelPropagation LabelPropagation LabelSpreading
sklearn.svm._base	BaseLibSVM BaseSVC
sklearn.svm._classes	LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR
sklearn.svm.base	BaseLibSVM BaseSVC
sklearn.svm.classes	LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR
sklearn.tree._classes	BaseDecisionTree DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor
sklearn.tree._criterion	ClassificationCriterion Criterion Entropy FriedmanMSE Gini MAE MSE Poisson RegressionCriterion	Entropy FriedmanMSE Gini MAE MSE Poisson
sklearn.tree._partitioner	DensePartitioner SparsePartitioner
sklearn.tree._reingold_tilford	DrawTree Tree
sklearn.tree._splitter	BaseDenseSplitter BaseSparseSplitter BestSparseSplitter BestSplitter DensePartitioner RandomSparseSplitter RandomSplitter SparsePartitioner Splitter
sklearn.tree._tree	BestFirstTreeBuilder DepthFirstTreeBuilder Tree TreeBuilder _AlphaPruner _CCPPruneController _PathFinder	Tree
sklearn.tree._utils	PriorityHeap PytestWeightedFenwickTree Stack WeightedFenwickTree WeightedMedianCalculator WeightedPQueue
sklearn.tree.tree	BaseDecisionTree DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor
sklearn.utils	Bunch
sklearn.utils._bunch	Bunch
sklearn.utils._cython_blas	BLAS_Order BLAS_Trans	BLAS_Order BLAS_Trans
sklearn.utils._encode	MissingValues _NaNCounter _nandict
sklearn.utils._fast_dict	IntFloatDict
sklearn.utils._isfinite	FiniteStatus	FiniteStatus
sklearn.utils._metadata_requests	MetadataRequest MetadataRouter MethodMapping MethodMetadataRequest MethodPair RequestMethod RouterMappingPair _MetadataRequester _RoutingNotSupportedMixin
sklearn.utils._seq_dataset	ArrayDataset32 ArrayDataset64 CSRDataset32 CSRDataset64 SequentialDataset32 SequentialDataset64
sklearn.utils._set_output	ContainerAdapterProtocol ContainerAdaptersManager PandasAdapter PolarsAdapter _SetOutputMixin
sklearn.utils._tags	ClassifierTags InputTags RegressorTags Tags TargetTags TransformerTags
sklearn.utils._vector_sentinel	StdVectorSentinel StdVectorSentinelFloat64 StdVectorSentinelInt32 StdVectorSentinelInt64 StdVectorSentinelIntP
sklearn.utils._weight_vector	WeightVector WeightVector32 WeightVector64
sklearn.utils.fast_dict	IntFloatDict
sklearn.utils.linear_assignment_	_HungarianState
sklearn.utils.optimize	_LineSearchError
sklearn.utils.seq_dataset	ArrayDataset32 ArrayDataset64 CSRDataset32 CSRDataset64 SequentialDataset32 SequentialDataset64
sklearn.utils.validation			check_X_y check_array
sklearn.utils.weight_vector	WeightVector WeightVector32 WeightVector64
sklearn_crfsuite.estimator	CRF
skopt.callbacks	DeadlineStopper DeltaXStopper DeltaYStopper EarlyStopper HollowIterationsStopper StdStopper ThresholdStopper TimerCallback VerboseCallback
skopt.learning.forest	ExtraTreesRegressor RandomForestRegressor
skopt.learning.gaussian_process.gpr	GaussianProcessRegressor
skopt.learning.gaussian_process.kernels	ConstantKernel DotProduct ExpSineSquared Exponentiation HammingKernel Kernel Matern Product RBF RationalQuadratic Sum WhiteKernel
skopt.learning.gbrt	GradientBoostingQuantileRegressor
skopt.optimizer.optimizer	Optimizer
skopt.sampler.base	InitialPointGenerator
skopt.sampler.grid	Grid
skopt.sampler.halton	Halton
skopt.sampler.hammersly	Hammersly
skopt.sampler.lhs	Lhs
skopt.sampler.sobol	Sobol
skopt.searchcv	BayesSearchCV
skopt.space.space	Categorical Dimension Integer Real Space _Ellipsis
skopt.space.transformers	CategoricalEncoder Identity LabelEncoder LogN Normalize Pipeline StringEncoder Transformer
skorch.callbacks.logging	EpochTimer PrintLog
skorch.callbacks.scoring	EpochScoring PassthroughScoring
skorch.dataset	Dataset ValidSplit
skorch.history	History
skorch.utils			_indexing_other to_numpy
sksurv._dataframe._categorical_semantics	ColumnSemantics
sksurv._dataframe._pandas	PandasDataFrameLibrary
sksurv._dataframe._polars	PolarsDataFrameLibrary
sksurv.base	SurvivalAnalysisMixin
sksurv.bintrees._binarytrees	AATree AVLTree BaseTree RBTree
sksurv.ensemble.boosting	ComponentwiseGradientBoostingSurvivalAnalysis GradientBoostingSurvivalAnalysis _ComponentwiseLeastSquares
sksurv.ensemble.forest	ExtraSurvivalTrees RandomSurvivalForest _BaseSurvivalForest
sksurv.ensemble.survival_loss	CensoredSquaredLoss CoxPH IPCWLeastSquaresError SurvivalLossFunction
sksurv.exceptions	NoComparablePairException
sksurv.functions	StepFunction
sksurv.kernels._clinical_dataframe	_PreparedClinicalColumn
sksurv.kernels.clinical	ClinicalKernelTransform
sksurv.linear_model.aft	IPCRidge
sksurv.linear_model.coxnet	CoxnetSurvivalAnalysis
sksurv.linear_model.coxph	BreslowEstimator CoxPHOptimizer CoxPHSurvivalAnalysis VerboseReporter
sksurv.meta.ensemble_selection	BaseEnsembleSelection EnsembleAverage EnsembleSelection EnsembleSelectionRegressor MeanEstimator MeanRankEstimator
sksurv.meta.stacking	Stacking
sksurv.metrics	_ScoreOverrideMixin as_concordance_index_ipcw_scorer as_cumulative_dynamic_auc_scorer as_integrated_brier_score_scorer
sksurv.nonparametric	CensoringDistributionEstimator SurvivalFunctionEstimator
sksurv.preprocessing	OneHotEncoder
sksurv.svm.minlip	EcosSolver HingeLossSurvivalSVM MinlipSurvivalAnalysis OsqpSolver QPSolver
sksurv.svm.naive_survival_svm	NaiveSurvivalSVM
sksurv.svm.survival_svm	BaseSurvivalSVM Counter FastKernelSurvivalSVM FastSurvivalSVM LargeScaleOptimizer NonlinearLargeScaleOptimizer OrderStatisticTreeSurvivalCounter PRSVMOptimizer RankSVMOptimizer SimpleOptimizer SurvivalCounter
sksurv.tree._criterion	LogrankCriterion RisksetCounter
sksurv.tree.tree	ExtraSurvivalTree SurvivalTree
sksurv.util	Surv _PropertyAvailableIfDescriptor
sktime.alignment.base	BaseAligner
sktime.alignment.dtaidist	AlignerDtwDtai
sktime.alignment.dtw_numba	AlignerDtwNumba
sktime.alignment.dtw_python	AlignerDTW AlignerDTWfromDist
sktime.alignment.edit_numba	AlignerEditNumba
sktime.alignment.lucky	AlignerLuckyDtw
sktime.alignment.naive	AlignerNaive
sktime.base._base	BaseEstimator BaseObject TagAliaserMixin
sktime.base._base_panel	BasePanelMixin
sktime.base._meta	_ColumnEstimator _HeterogenousMetaEstimator
sktime.base._panel._tune	_FixedSplitter
sktime.base._panel.forest._composable	BaseTimeSeriesForest
sktime.base._panel.forest._tsf	BaseTimeSeriesForest
sktime.base._panel.knn	_BaseKnnTimeSeriesEstimator
sktime.base._proba._base	BaseDistribution _BaseTFDistribution _Indexer
sktime.base._proba._mixin	_PredictProbaMixin
sktime.base._proba._normal	Normal
sktime.base.adapters._pyts	_PytsAdapter
sktime.base.adapters._tslearn	_TslearnAdapter
sktime.catalogues.base._base	BaseCatalogue
sktime.catalogues.classification.bakeoff._bakeoff	BakeOffCatalogue
sktime.catalogues.classification.dummy._dummy_classification	DummyClassificationCatalogue
sktime.catalogues.forecasting.M4._base	_BaseM4CompetitionCatalogue
sktime.catalogues.forecasting.M4._daily	M4CompetitionCatalogueDaily
sktime.catalogues.forecasting.M4._hourly	M4CompetitionCatalogueHourly
sktime.catalogues.forecasting.M4._monthly	M4CompetitionCatalogueMonthly
sktime.catalogues.forecasting.M4._quarterly	M4CompetitionCatalogueQuarterly
sktime.catalogues.forecasting.M4._weekly	M4CompetitionCatalogueWeekly
sktime.catalogues.forecasting.M4._yearly	M4CompetitionCatalogueYearly
sktime.catalogues.forecasting.dummy._dummy_forecasting	DummyForecastingCatalogue
sktime.classification._delegate	_DelegatedClassifier
sktime.classification.base	BaseClassifier
sktime.classification.compose._column_ensemble	BaseColumnEnsembleClassifier ColumnEnsembleClassifier
sktime.classification.compose._multiplexer	MultiplexClassifier
sktime.classification.compose._pipeline	ClassifierPipeline SklearnClassifierPipeline
sktime.classification.dictionary_based._boss	BOSSEnsemble IndividualBOSS
sktime.classification.dictionary_based._boss_pyts	BOSSVSClassifierPyts
sktime.classification.dictionary_based._cboss	ContractableBOSS
sktime.classification.dictionary_based._muse	MUSE
sktime.classification.dictionary_based._tde	IndividualTDE TemporalDictionaryEnsemble
sktime.classification.distance_based._elastic_ensemble	ElasticEnsemble
sktime.classification.distance_based._proximity_forest	ProximityForest ProximityStump ProximityTree _CachedTransformer
sktime.classification.distance_based._shape_dtw	ShapeDTW
sktime.classification.distance_based._time_series_neighbors	KNeighborsTimeSeriesClassifier
sktime.classification.distance_based._time_series_neighbors_pyts	KNeighborsTimeSeriesClassifierPyts
sktime.classification.distance_based._time_series_neighbors_tslearn	KNeighborsTimeSeriesClassifierTslearn
sktime.classification.dummy._dummy	DummyClassifier
sktime.classification.early_classification._probability_threshold	ProbabilityThresholdEarlyClassifier
sktime.classification.early_classification._teaser	TEASER
sktime.classification.early_classification.base	BaseEarlyClassifier
sktime.classification.ensemble._bagging	BaggingClassifier
sktime.classification.ensemble._ctsf	ComposableTimeSeriesForestClassifier
sktime.classification.ensemble._weighted	WeightedEnsembleClassifier
sktime.classification.feature_based._catch22_classifier	Catch22Classifier
sktime.classification.feature_based._fresh_prince	FreshPRINCE
sktime.classification.feature_based._matrix_profile_classifier	MatrixProfileClassifier
sktime.classification.feature_based._random_interval_classifier	RandomIntervalClassifier
sktime.classification.feature_based._signature_classifier	SignatureClassifier
sktime.classification.feature_based._summary_classifier	SummaryClassifier
sktime.classification.feature_based._tsfresh_classifier	TSFreshClassifier
sktime.classification.hybrid._hivecote_v1	HIVECOTEV1
sktime.classification.hybrid._hivecote_v2	HIVECOTEV2
sktime.classification.interval_based._cif	CanonicalIntervalForest
sktime.classification.interval_based._drcif	DrCIF
sktime.classification.interval_based._rise	RandomIntervalSpectralEnsemble
sktime.classification.interval_based._stsf	SupervisedTimeSeriesForest
sktime.classification.interval_based._tsf	TimeSeriesForestClassifier
sktime.classification.kernel_based._arsenal	Arsenal
sktime.classification.kernel_based._rocket_classifier	RocketClassifier
sktime.classification.kernel_based._svc_tslearn	TimeSeriesSVCTslearn
sktime.classification.model_selection._hyperactive	TSCOptCV
sktime.classification.model_selection._tune	TSCGridSearchCV
sktime.classification.shapelet_based._learning_pyts	ShapeletLearningClassifierPyts
sktime.classification.shapelet_based._learning_tslearn	ShapeletLearningClassifierTslearn
sktime.classification.shapelet_based._mrseql	MrSEQL
sktime.classification.shapelet_based._mrsqm	MrSQM
sktime.classification.shapelet_based._stc	ShapeletTransformClassifier
sktime.classification.sklearn._continuous_interval_tree	ContinuousIntervalTree _TreeNode
sktime.classification.sklearn._rotation_forest	RotationForest
sktime.clustering.agglomerative	TimeSeriesAgglomerativeClustering
sktime.clustering.base	BaseClusterer
sktime.clustering.compose._as_transform	ClustererAsTransformer
sktime.clustering.compose._pipeline	ClustererPipeline SklearnClustererPipeline
sktime.clustering.dbscan	TimeSeriesDBSCAN
sktime.clustering.k_means._k_means	TimeSeriesKMeans
sktime.clustering.k_means._k_means_tslearn	TimeSeriesKMeansTslearn
sktime.clustering.k_medoids	TimeSeriesKMedoids
sktime.clustering.k_shapes	TimeSeriesKShapes
sktime.clustering.kernel_k_means	TimeSeriesKernelKMeans
sktime.clustering.kvisibility	TimeSeriesKvisibility
sktime.clustering.partitioning._lloyds	BaseTimeSeriesLloyds
sktime.clustering.spatio_temporal._st_dbscan	STDBSCAN
sktime.datatypes._alignment._base	ScitypeAlignment
sktime.datatypes._alignment._check	AlignmentIloc AlignmentLoc
sktime.datatypes._alignment._examples	_AlignmentSimple _AlignmentSimpleAlignment _AlignmentSimpleAlignmentLoc
sktime.datatypes._base._base	BaseConverter BaseDatatype BaseExample
sktime.datatypes._dtypekind	DtypeKind	DtypeKind
sktime.datatypes._hierarchical._base	ScitypeHierarchical
sktime.datatypes._hierarchical._check	HierarchicalDask HierarchicalPdMultiIndex HierarchicalPolarsEager
sktime.datatypes._hierarchical._examples	_HierMultivEqspl _HierMultivEqsplDaskHier _HierMultivEqsplPdMiHier _HierMultivEqsplPolarsHier _HierUnivEqspl _HierUnivEqsplDaskHier _HierUnivEqsplPdMiHier _HierUnivEqsplPolarsHier
sktime.datatypes._panel._base	ScitypePanel
sktime.datatypes._panel._check	PanelDask PanelDfList PanelGluontsList PanelGluontsPandas PanelNestedDf PanelNp3D PanelNumpyFlat PanelPdLong PanelPdMultiIndex PanelPdWide PanelPolarsEager
sktime.datatypes._panel._examples	_PanelMultivEqspl _PanelMultivEqsplDaskPanel _PanelMultivEqsplDfList _PanelMultivEqsplGluontsListDatasetPanel _PanelMultivEqsplGluontsPandasDatasetPanel _PanelMultivEqsplNestedUniv _PanelMultivEqsplNumpy3D _PanelMultivEqsplNumpyFlat _PanelMultivEqsplPdMultiindex _PanelMultivEqsplPolarsPanel _PanelUnivEqspl _PanelUnivEqsplDaskPanel _PanelUnivEqsplDfList _PanelUnivEqsplGluontsListDatasetPanel _PanelUnivEqsplGluontsPandasDatasetPanel _PanelUnivEqsplLossy _PanelUnivEqsplLossyPdMultiindex _PanelUnivEqsplNestedUniv _PanelUnivEqsplNumpy3D _PanelUnivEqsplNumpyFlat _PanelUnivEqsplOneSeries _PanelUnivEqsplOneSeriesDaskPanel _PanelUnivEqsplOneSeriesDfList _PanelUnivEqsplOneSeriesGluontsListDatasetPanel _PanelUnivEqsplOneSeriesGluontsPandasDatasetPanel _PanelUnivEqsplOneSeriesNestedUniv _PanelUnivEqsplOneSeriesNumpy3D _PanelUnivEqsplOneSeriesNumpyFlat _PanelUnivEqsplOneSeriesPdMultiindex _PanelUnivEqsplOneSeriesPolarsPanel _PanelUnivEqsplPdMultiindex _PanelUnivEqsplPolarsPanel
sktime.datatypes._proba._base	ScitypeProba
sktime.datatypes._proba._check	ProbaPredInterval ProbaPredQuantiles
sktime.datatypes._proba._examples	_ProbaMulti _ProbaMultiPredInt _ProbaMultiPredQ _ProbaUniv _ProbaUnivPredInt _ProbaUnivPredQ
sktime.datatypes._series._base	ScitypeSeries
sktime.datatypes._series._check	SeriesDask SeriesGluontsList SeriesGluontsPandas SeriesNp2D SeriesPdDataFrame SeriesPdSeries SeriesPolarsEager SeriesXarray
sktime.datatypes._series._examples	_SeriesMulti _SeriesMultiDaskSeries _SeriesMultiGluontsListDataset _SeriesMultiNpArray _SeriesMultiPdDataFrame _SeriesMultiPdSeries _SeriesMultiPlDataFrame _SeriesMultiPos _SeriesMultiPosDaskSeries _SeriesMultiPosGluontsListDataset _SeriesMultiPosNpArray _SeriesMultiPosPdDataFrame _SeriesMultiPosPdSeries _SeriesMultiPosPlDataFrame _SeriesMultiPosXrDataArray _SeriesMultiXrDataArray _SeriesUniv _SeriesUnivDaskSeries _SeriesUnivGluontsListDataset _SeriesUnivNpArray _SeriesUnivPdDataFrame _SeriesUnivPdSeries _SeriesUnivPlDataFrame _SeriesUnivPos _SeriesUnivPosGluontsListDataset _SeriesUnivPosNpArray _SeriesUnivPosPdDataFrame _SeriesUnivPosPdSeries _SeriesUnivPosPlDataFrame _SeriesUnivPosXrDataArray _SeriesUnivXrDataArray
sktime.datatypes._table._base	ScitypeTable
sktime.datatypes._table._check	TableListOfDict TableNp1D TableNp2D TablePdDataFrame TablePdSeries TablePolarsEager TablePolarsLazy
sktime.datatypes._table._examples	_MultivTable _MultivTableDf _MultivTableListOfDict _MultivTableNumpy1D _MultivTableNumpy2D _MultivTablePolarsEager _MultivTablePolarsLazy _MultivTableSeries _UnivTable _UnivTableDf _UnivTableListOfDict _UnivTableNumpy1D _UnivTableNumpy2D _UnivTablePolarsEager _UnivTablePolarsLazy _UnivTableSeries
sktime.datatypes._vectorize	VectorizedDF
sktime.detection._anomaly_scores._from_cost	LocalAnomalyScore Saving
sktime.detection._anomaly_scores._l2_saving	L2Saving
sktime.detection._change_scores._continuous_linear_trend_score	ContinuousLinearTrendScore
sktime.detection._change_scores._cusum	CUSUM
sktime.detection._change_scores._from_cost	ChangeScore
sktime.detection._change_scores._multivariate_gaussian_score	MultivariateGaussianScore
sktime.detection._change_scores._rank_score	RankScore
sktime.detection._compose	PenalisedScore
sktime.detection.adapters._pyod	PyODDetector
sktime.detection.base._base	BaseDetector
sktime.detection.base._base_interval_scorer	BaseIntervalScorer
sktime.detection.bs	BinarySegmentation
sktime.detection.capa	CAPA
sktime.detection.circular_binseg	CircularBinarySegmentation
sktime.detection.clasp	ClaSPSegmentation
sktime.detection.clust	ClusterSegmenter
sktime.detection.compose._as_transform	DetectorAsTransformer
sktime.detection.compose._pipeline	DetectorPipeline
sktime.detection.costs._base	BaseCost
sktime.detection.costs._empirical_distribution_cost	EmpiricalDistributionCost
sktime.detection.costs._gaussian_cost	GaussianCost
sktime.detection.costs._l1_cost	L1Cost
sktime.detection.costs._l2_cost	L2Cost
sktime.detection.costs._laplace_cost	LaplaceCost
sktime.detection.costs._linear_regression_cost	LinearRegressionCost
sktime.detection.costs._linear_trend_cost	LinearTrendCost
sktime.detection.costs._multivariate_gaussian_cost	MultivariateGaussianCost
sktime.detection.costs._multivariate_t_cost	MultivariateTCost
sktime.detection.costs._poisson_cost	PoissonCost
sktime.detection.costs._rank_cost	RankCost
sktime.detection.crops	CROPS
sktime.detection.datagen	GenBasicGauss
sktime.detection.dummy._dummy_regular_an	DummyRegularAnomalies
sktime.detection.dummy._dummy_regular_cp	DummyRegularChangePoints
sktime.detection.dummy._zero_an	ZeroAnomalies
sktime.detection.dummy._zero_cp	ZeroChangePoints
sktime.detection.dummy._zero_seg	ZeroSegments
sktime.detection.eagglo	EAgglo
sktime.detection.ggs	GGS GreedyGaussianSegmentation
sktime.detection.hampel	HampelDetector
sktime.detection.hmm	HMM
sktime.detection.hmm_learn.base	BaseHMMLearn
sktime.detection.hmm_learn.gaussian	GaussianHMM
sktime.detection.hmm_learn.gmm	GMMHMM
sktime.detection.hmm_learn.poisson	PoissonHMM
sktime.detection.igts	ChangePointResult IGTS InformationGainSegmentation SegmentationMixin
sktime.detection.lof	SubLOF
sktime.detection.momentfm	MomentFMAnomalyDetector MomentFMAnomalyDetectorPytorchDataset
sktime.detection.moving_window	MovingWindow
sktime.detection.naive._threshold	ThresholdDetector
sktime.detection.pelt	PELT PELTResult
sktime.detection.seeded_binseg	SeededBinarySegmentation
sktime.detection.stat_threshold	StatThresholdAnomaliser
sktime.detection.stray	STRAY
sktime.detection.tspulse	TSPulseAnomalyDetector
sktime.detection.wclust	WindowSegmenter
sktime.dists_kernels._numba_distances._ddtw	_DdtwDistance
sktime.dists_kernels._numba_distances._dtw	_DtwDistance
sktime.dists_kernels._numba_distances._edr	_EdrDistance
sktime.dists_kernels._numba_distances._erp	_ErpDistance
sktime.dists_kernels._numba_distances._euclidean	_EuclideanDistance
sktime.dists_kernels._numba_distances._lcss	_LcssDistance
sktime.dists_kernels._numba_distances._msm	_MsmDistance
sktime.dists_kernels._numba_distances._squared	_SquaredDistance
sktime.dists_kernels._numba_distances._twe	_TweDistance
sktime.dists_kernels._numba_distances._wddtw	_WddtwDistance
sktime.dists_kernels._numba_distances._wdtw	_WdtwDistance
sktime.dists_kernels._numba_distances.base._base	MetricInfo NumbaDistance
sktime.dists_kernels._numba_distances.lower_bounding	LowerBounding	LowerBounding
sktime.dists_kernels.algebra	CombinedDistance
sktime.dists_kernels.base._base	BasePairwiseTransformer BasePairwiseTransformerPanel
sktime.dists_kernels.base._delegate	_DelegatedPairwiseTransformerPanel
sktime.dists_kernels.base.adapters._sklearn	_SklearnDistanceAdapter
sktime.dists_kernels.base.adapters._tslearn	_TslearnPwTrafoAdapter
sktime.dists_kernels.compose	PwTrafoPanelPipeline
sktime.dists_kernels.compose_from_align	DistFromAligner
sktime.dists_kernels.compose_tab_to_panel	AggrDist FlatDist
sktime.dists_kernels.ctw	CtwDistTslearn
sktime.dists_kernels.dist_to_kern	DistFromKernel KernelFromDist
sktime.dists_kernels.dtw._dtw_dtaidist	DtwDtaidistMultiv DtwDtaidistUniv
sktime.dists_kernels.dtw._dtw_python	DtwPythonDist
sktime.dists_kernels.dtw._dtw_sktime	DtwDist
sktime.dists_kernels.dtw._dtw_tslearn	DtwDistTslearn SoftDtwDistTslearn
sktime.dists_kernels.dummy	ConstantPwTrafoPanel
sktime.dists_kernels.edit_dist	EditDist
sktime.dists_kernels.gak	GAKernel
sktime.dists_kernels.indep	IndepDist
sktime.dists_kernels.lcss	LcssTslearn
sktime.dists_kernels.lucky	LuckyDtwDist
sktime.dists_kernels.scipy_dist	ScipyDist
sktime.dists_kernels.signature_kernel	LRdec SeqKernelizer SignatureKernel
sktime.exceptions	FitFailedWarning NotEvaluatedError
sktime.forecasting.adapters._hcrystalball	HCrystalBallAdapter
sktime.forecasting.agentic._autoresearch	AutoResearchForecaster
sktime.forecasting.arar._arar_forecaster	ARARForecaster
sktime.forecasting.arch._statsforecast_arch	StatsForecastARCH StatsForecastGARCH
sktime.forecasting.arch._uarch	ARCH
sktime.forecasting.ardl	ARDL
sktime.forecasting.arima._statsmodels	StatsModelsARIMA
sktime.forecasting.arps_dca	ArpsExponential ArpsHarmonic ArpsHyperbolic _ArpsDcaBase
sktime.forecasting.aurora	AuroraForecaster
sktime.forecasting.auto_reg	AutoREG
sktime.forecasting.autots	AutoTS
sktime.forecasting.base._base	BaseForecaster
sktime.forecasting.base._base_proba	BaseProbaForecaster
sktime.forecasting.base._clone_plugin	_PretrainedCloner
sktime.forecasting.base._delegate	_DelegatedForecaster
sktime.forecasting.base._fh	ForecastingHorizon _HashIndex
sktime.forecasting.base._meta	_HeterogenousEnsembleForecaster
sktime.forecasting.base._sktime	_BaseWindowForecaster
sktime.forecasting.base._state_at	_StateAtMixin
sktime.forecasting.base.adapters._darts	_DartsRegressionAdapter _DartsRegressionModelsAdapter
sktime.forecasting.base.adapters._generalised_statsforecast	StatsForecastBackAdapter _GeneralisedStatsForecastAdapter
sktime.forecasting.base.adapters._neuralforecast	_NeuralForecastAdapter
sktime.forecasting.base.adapters._pmdarima	_PmdArimaAdapter
sktime.forecasting.base.adapters._pytorch	BaseDeepNetworkPyTorch PyTorchPredDataset PyTorchTrainDataset
sktime.forecasting.base.adapters._pytorchforecasting	_PytorchForecastingAdapter
sktime.forecasting.base.adapters._statsforecast	_StatsForecastAdapter
sktime.forecasting.base.adapters._statsmodels	_StatsModelsAdapter
sktime.forecasting.base.adapters._tbats	_TbatsAdapter
sktime.forecasting.bats	BATS
sktime.forecasting.boxcox_biasadj	BoxCoxBiasAdjustedForecaster
sktime.forecasting.causal._dmlf	DoubleMLForecaster
sktime.forecasting.chronos	ChronosBoltStrategy ChronosDefaultStrategy ChronosModelStrategy PreTrainedModel torch
sktime.forecasting.chronos2	Chronos2Forecaster
sktime.forecasting.cinn	CINNForecaster _EarlyStopper
sktime.forecasting.cisco_tsm	CiscoTSMForecaster _DummyCiscoModel
sktime.forecasting.compose._bagging	BaggingForecaster
sktime.forecasting.compose._column_ensemble	ColumnEnsembleForecaster
sktime.forecasting.compose._ensemble	AutoEnsembleForecaster EnsembleForecaster
sktime.forecasting.compose._fallback	FallbackForecaster
sktime.forecasting.compose._fhplex	FhPlexForecaster
sktime.forecasting.compose._grouped	ForecastByLevel GroupbyCategoryForecaster
sktime.forecasting.compose._hierarchy_ensemble	HierarchyEnsembleForecaster
sktime.forecasting.compose._ignore_x	IgnoreX
sktime.forecasting.compose._multiplexer	MultiplexForecaster
sktime.forecasting.compose._pipeline	ForecastX ForecastingPipeline Permute TransformedTargetForecaster _Pipeline
sktime.forecasting.compose._reduce	DirRecTabularRegressionForecaster DirRecTimeSeriesRegressionForecaster DirectReductionForecaster DirectTabularRegressionForecaster DirectTimeSeriesRegressionForecaster MultioutputTabularRegressionForecaster MultioutputTimeSeriesRegressionForecaster RecursiveReductionForecaster RecursiveTabularRegressionForecaster RecursiveTimeSeriesRegressionForecaster YfromX _DirRecReducer _DirectReducer _MultioutputReducer _RecursiveReducer _Reducer _ReducerMixin
sktime.forecasting.compose._reduce_proba	MCRecursiveProbaReductionForecaster
sktime.forecasting.compose._skforecast_reduce	SkforecastAutoreg SkforecastRecursive
sktime.forecasting.compose._stack	StackingForecaster
sktime.forecasting.compose._transform_select_forecaster	TransformSelectForecaster
sktime.forecasting.conformal	ConformalIntervals
sktime.forecasting.convtimenet	ConvTimeNetForecaster
sktime.forecasting.croston	Croston
sktime.forecasting.darts	DartsLinearRegressionModel DartsRegressionModel DartsXGBModel
sktime.forecasting.dummy	ForecastKnownValues
sktime.forecasting.dummy_global	DummyGlobalForecaster
sktime.forecasting.dynamic_factor	DynamicFactor
sktime.forecasting.enbpi	EnbPIForecaster
sktime.forecasting.es_rnn	ESRNNForecaster ESRNNPredDataset ESRNNTrainDataset
sktime.forecasting.ets	AutoETS
sktime.forecasting.exp_smoothing	ExponentialSmoothing
sktime.forecasting.falcon_tst	FalconTSTForecaster
sktime.forecasting.falcon_x	FalconXForecaster
sktime.forecasting.fbprophet	Prophet
sktime.forecasting.flowstate	FlowStateForecaster
sktime.forecasting.greykite	GreykiteForecaster
sktime.forecasting.hf_transformers	HFTransformersForecaster
sktime.forecasting.hypertrees._ar	HyperTreeARForecaster
sktime.forecasting.hypertrees._netar	HyperTreeNetARForecaster
sktime.forecasting.kronos	KronosForecaster
sktime.forecasting.lagllama	LagLlamaForecaster
sktime.forecasting.ltsf	LTSFDLinearForecaster LTSFLinearForecaster LTSFNLinearForecaster LTSFTransformerForecaster
sktime.forecasting.mantis	MantisForecaster
sktime.forecasting.mapa	MAPAForecaster
sktime.forecasting.mira	MIRAForecaster
sktime.forecasting.model_selection._base	BaseGridSearch
sktime.forecasting.model_selection._gridsearch	ForecastingGridSearchCV
sktime.forecasting.model_selection._hyperactive	ForecastingOptCV
sktime.forecasting.model_selection._optuna	ForecastingOptunaSearchCV
sktime.forecasting.model_selection._randomsearch	ForecastingRandomizedSearchCV
sktime.forecasting.model_selection._skopt	ForecastingSkoptSearchCV
sktime.forecasting.moirai	MOIRAIForecaster
sktime.forecasting.moirai2	Moirai2Forecaster
sktime.forecasting.momentfm	MomentFMForecaster
sktime.forecasting.naive._naive	NaiveVariance
sktime.forecasting.neuralforecast	NeuralForecastDilatedRNN NeuralForecastGRU NeuralForecastLSTM NeuralForecastRNN NeuralForecastTCN
sktime.forecasting.neuralprophet	NeuralProphet
sktime.forecasting.online_learning._online_ensemble	OnlineEnsembleForecaster
sktime.forecasting.online_learning._prediction_weighted_ensembler	HedgeExpertEnsemble NNLSEnsemble NormalHedgeEnsemble _PredictionWeightedEnsembler
sktime.forecasting.patch_tsmixer	PatchTSMixerForecaster
sktime.forecasting.patch_tst	PatchTSTForecaster PyTorchDataset
sktime.forecasting.prophetverse	HierarchicalProphet Prophetverse
sktime.forecasting.pyfable_arima	PyFableARIMA
sktime.forecasting.pykan	PyKANForecaster
sktime.forecasting.pytorchforecasting	PytorchForecastingDeepAR PytorchForecastingNBeats PytorchForecastingNHiTS PytorchForecastingTFT
sktime.forecasting.rbf	RBFForecaster
sktime.forecasting.reconcile	ReconcilerForecaster
sktime.forecasting.residual_booster	ResidualBoostingForecaster
sktime.forecasting.sarimax	SARIMAX
sktime.forecasting.scinet	SCINetForecaster
sktime.forecasting.squaring_residuals	SquaringResiduals
sktime.forecasting.statsforecast	StatsForecastADIDA StatsForecastAutoARIMA StatsForecastAutoCES StatsForecastAutoETS StatsForecastAutoTBATS StatsForecastAutoTheta StatsForecastMSTL
sktime.forecasting.stream._update	DontUpdate UpdateEvery UpdateRefitsEvery _StreamDataPoolMixin
sktime.forecasting.structural	UnobservedComponents
sktime.forecasting.sundial	SundialDataCollator SundialForecaster SundialPyTorchDataset
sktime.forecasting.t0	T0Forecaster
sktime.forecasting.tafsut	TafsutForecaster
sktime.forecasting.tbats	TBATS
sktime.forecasting.theta	ThetaForecaster ThetaModularForecaster
sktime.forecasting.time_llm	TimeLLMForecaster
sktime.forecasting.timemoe	TimeMoEForecaster
sktime.forecasting.timer	TimerForecaster
sktime.forecasting.timer_s1	TimerS1Forecaster
sktime.forecasting.timesfm	TimesFMForecaster
sktime.forecasting.timesfm2	PyTorchDataset TimesFM2Forecaster
sktime.forecasting.timesfm3	TimesFM3Forecaster
sktime.forecasting.tirex	TiRexForecaster torch
sktime.forecasting.tirex2	TiRex2Forecaster
sktime.forecasting.toto	TotoForecaster
sktime.forecasting.toto2	Toto2Forecaster
sktime.forecasting.trend._curve_fit_forecaster	CurveFitForecaster
sktime.forecasting.trend._pwl_trend_forecaster	ProphetPiecewiseLinearTrendForecaster
sktime.forecasting.trend._spline_trend_forecaster	SplineTrendForecaster
sktime.forecasting.trend._stl_forecaster	STLForecaster
sktime.forecasting.trend._trend_forecaster	TrendForecaster
sktime.forecasting.tsb	TSB
sktime.forecasting.ttm	PyTorchDataset TinyTimeMixerForecaster
sktime.forecasting.var	VAR
sktime.forecasting.var_reduce	VARReduce
sktime.forecasting.varmax	VARMAX
sktime.forecasting.vecm	VECM
sktime.forecasting.windfm	WindFMForecaster
sktime.forecasting.xlstm	XLSTMForecaster
sktime.param_est.base	BaseParamFitter
sktime.param_est.cointegration._johansen	JohansenCointegration
sktime.param_est.compose._func_fitter	FunctionParamFitter
sktime.param_est.compose._pipeline	ParamFitterPipeline
sktime.param_est.fixed	FixedParams
sktime.param_est.impulse._response	ImpulseResponseFunction
sktime.param_est.lag._acorrljungbox	AcorrLjungbox
sktime.param_est.lag._arlag	ARLagOrderSelector
sktime.param_est.plugin._forecaster	PluginParamsForecaster
sktime.param_est.plugin._transformer	PluginParamsTransformer
sktime.param_est.residuals._jarquebera	JarqueBera
sktime.param_est.seasonality._acf	SeasonalityACF
sktime.param_est.seasonality._acf_qstat	SeasonalityACFqstat
sktime.param_est.seasonality._periodogram	SeasonalityPeriodogram
sktime.param_est.stationarity._adf_arch	StationarityADFArch
sktime.param_est.stationarity._dfgls	StationarityDFGLS
sktime.param_est.stationarity._kpss_arch	StationarityKPSSArch
sktime.param_est.stationarity._phillips_perron	StationarityPhillipsPerron
sktime.param_est.stationarity._sm_breakvar	BreakvarHeteroskedasticityTest
sktime.param_est.stationarity._statsmodels	BreakvarHeteroskedasticityTest StationarityADF StationarityKPSS
sktime.param_est.stationarity._variance_ratio	StationarityVarianceRatio
sktime.param_est.stationarity._zivot_andrews	StationarityZivotAndrews
sktime.performance_metrics.base._base	BaseMetric
sktime.performance_metrics.detection._base	BaseDetectionMetric
sktime.performance_metrics.detection._chamfer	DirectedChamfer
sktime.performance_metrics.detection._count	DetectionCount
sktime.performance_metrics.detection._event_tpr	EventTPR
sktime.performance_metrics.detection._f1score	WindowedF1Score
sktime.performance_metrics.detection._false_alarm_rate	FalseAlarmRate
sktime.performance_metrics.detection._hausdorff	DirectedHausdorff
sktime.performance_metrics.detection._mean_detection_offset	MeanDetectionOffset
sktime.performance_metrics.detection._randindex	RandIndex
sktime.performance_metrics.detection._ts_auprc	TimeSeriesAUPRC
sktime.performance_metrics.detection.utils._match	_EventMatch
sktime.performance_metrics.forecasting._base	BaseForecastingErrorMetric BaseForecastingErrorMetricFunc _DynamicForecastingErrorMetric _ScaledMetricTags
sktime.performance_metrics.forecasting._gmae	GeometricMeanAbsoluteError
sktime.performance_metrics.forecasting._gmrelae	GeometricMeanRelativeAbsoluteError
sktime.performance_metrics.forecasting._gmrelse	GeometricMeanRelativeSquaredError
sktime.performance_metrics.forecasting._gmse	GeometricMeanSquaredError
sktime.performance_metrics.forecasting._iqre	RMSEnormalizedByIQR
sktime.performance_metrics.forecasting._klde1	KLDivergenceSingleExponential
sktime.performance_metrics.forecasting._klde2	KLDivergenceDoubleExponential
sktime.performance_metrics.forecasting._klde_base	_KLDivergenceLaplaceBase
sktime.performance_metrics.forecasting._kln	KLDivergenceNormal
sktime.performance_metrics.forecasting._maape	MeanArctangentAbsolutePercentageError
sktime.performance_metrics.forecasting._mae	MeanAbsoluteError
sktime.performance_metrics.forecasting._mape	MeanAbsolutePercentageError
sktime.performance_metrics.forecasting._mapes	MeanAbsolutePercentageErrorStabilized
sktime.performance_metrics.forecasting._mase	MeanAbsoluteScaledError
sktime.performance_metrics.forecasting._masyme	MeanAsymmetricError
sktime.performance_metrics.forecasting._medae	MedianAbsoluteError
sktime.performance_metrics.forecasting._medape	MedianAbsolutePercentageError
sktime.performance_metrics.forecasting._medase	MedianAbsoluteScaledError
sktime.performance_metrics.forecasting._medrelae	MedianRelativeAbsoluteError
sktime.performance_metrics.forecasting._medse	MedianSquaredError
sktime.performance_metrics.forecasting._medspe	MedianSquaredPercentageError
sktime.performance_metrics.forecasting._medsse	MedianSquaredScaledError
sktime.performance_metrics.forecasting._mlinex	MeanLinexError
sktime.performance_metrics.forecasting._mrelae	MeanRelativeAbsoluteError
sktime.performance_metrics.forecasting._mse	MeanSquaredError
sktime.performance_metrics.forecasting._msep	MeanSquaredErrorPercentage
sktime.performance_metrics.forecasting._msle	MeanSquaredLogError
sktime.performance_metrics.forecasting._mspe	MeanSquaredPercentageError
sktime.performance_metrics.forecasting._msse	MeanSquaredScaledError
sktime.performance_metrics.forecasting._nmse	MSEnormalizedBySD
sktime.performance_metrics.forecasting._owa	OverallWeightedAverage
sktime.performance_metrics.forecasting._rell	RelativeLoss
sktime.performance_metrics.forecasting._theilu2	TheilU2
sktime.performance_metrics.forecasting.probabilistic._classes	AUCalibration CRPS ConstraintViolation EmpiricalCoverage IntervalWidth LogLoss PinballLoss SquaredDistrLoss _BaseDistrForecastingMetric _BaseProbaForecastingErrorMetric
sktime.performance_metrics.forecasting.sample_weight._base	BaseSampleWeightGenerator
sktime.performance_metrics.forecasting.sample_weight._types	SampleWeightGenerator
sktime.regression._delegate	_DelegatedRegressor
sktime.regression.base	BaseRegressor
sktime.regression.compose._ensemble	ComposableTimeSeriesForestRegressor
sktime.regression.compose._multiplexer	MultiplexRegressor
sktime.regression.compose._pipeline	RegressorPipeline SklearnRegressorPipeline
sktime.regression.distance_based._time_series_neighbors	KNeighborsTimeSeriesRegressor
sktime.regression.dummy._dummy	DummyRegressor
sktime.regression.interval_based._tsf	TimeSeriesForestRegressor
sktime.regression.kernel_based._rocket_regressor	RocketRegressor
sktime.regression.kernel_based._svr_tslearn	TimeSeriesSVRTslearn
sktime.regression.model_selection._tune	TSRGridSearchCV
sktime.split._legacy_splitters	PresplitFilesCV SingleSplit
sktime.split.base._base_splitter	BaseSplitter
sktime.split.base._base_windowsplitter	BaseWindowSplitter
sktime.split.compose._repeat	Repeat
sktime.split.compose._sync_to_longest	SyncToLongest
sktime.split.cutoff	CutoffFhSplitter CutoffSplitter
sktime.split.expandingcutoff	ExpandingCutoffSplitter
sktime.split.expandinggreedy	ExpandingGreedySplitter
sktime.split.expandingslidingwindow	ExpandingSlidingWindowSplitter
sktime.split.expandingwindow	ExpandingWindowSplitter
sktime.split.fh	ForecastingHorizonSplitter
sktime.split.instance	InstanceSplitter
sktime.split.sameloc	SameLocSplitter
sktime.split.singlewindow	SingleWindowSplitter
sktime.split.slidinggreedy	SlidingGreedySplitter
sktime.split.slidingwindow	SlidingWindowSplitter
sktime.split.temporal_train_test_split	TemporalTrainTestSplitter
sktime.split.testplustrain	TestPlusTrainSplitter
sktime.transformations.acf	AutoCorrelationTransformer PartialAutoCorrelationTransformer
sktime.transformations.adapt	PandasTransformAdaptor TabularToSeriesAdaptor
sktime.transformations.adi_cv	ADICVTransformer
sktime.transformations.augmenter	InvertAugmenter RandomSamplesAugmenter ReverseAugmenter WhiteNoiseAugmenter _AugmenterTags
sktime.transformations.base._base	BaseTransformer
sktime.transformations.base._delegate	_DelegatedTransformer
sktime.transformations.basisfunction	RBFTransformer
sktime.transformations.binning	TimeBinAggregate
sktime.transformations.bkfilter	BKFilter
sktime.transformations.bollinger	Bollinger
sktime.transformations.bootstrap._mbb	MovingBlockBootstrapTransformer STLBootstrapTransformer
sktime.transformations.bootstrap._repeat	RepeatBootstrapTransformer
sktime.transformations.bootstrap._splitterboot	SplitterBootstrapTransformer
sktime.transformations.bootstrap._tsbootstrap	TSBootstrapAdapter
sktime.transformations.boxcox	BoxCoxTransformer LogTransformer
sktime.transformations.catch22	Catch22
sktime.transformations.catch22wrapper	Catch22Wrapper
sktime.transformations.cffilter	CFFilter
sktime.transformations.channel_selection	ElbowClassPairwise ElbowClassSum _distance_matrix _shrunk_centroid
sktime.transformations.clasp	ClaSPTransformer
sktime.transformations.clear_sky	ClearSky
sktime.transformations.colconcat	ColumnConcatenator
sktime.transformations.compose._arithmetic	CombineTransformers
sktime.transformations.compose._column	ColumnEnsembleTransformer ColumnwiseTransformer
sktime.transformations.compose._featureunion	FeatureUnion
sktime.transformations.compose._fitintransform	FitInTransform
sktime.transformations.compose._grouped	TransformByLevel
sktime.transformations.compose._id	Id
sktime.transformations.compose._invert	InvertTransform
sktime.transformations.compose._ixtox	IxToX
sktime.transformations.compose._logger	Logger
sktime.transformations.compose._multiplex	MultiplexTransformer
sktime.transformations.compose._optional	OptionalPassthrough
sktime.transformations.compose._pipeline	TransformerPipeline
sktime.transformations.compose._transformif	TransformIf
sktime.transformations.compose._ytox	YtoX
sktime.transformations.compose_distance	DistanceFeatures
sktime.transformations.cos	CosineTransformer
sktime.transformations.date	DateTimeFeatures
sktime.transformations.degree_day	DegreeDayFeatures
sktime.transformations.detrend._deseasonalize	ConditionalDeseasonalizer Deseasonalizer STLTransformer
sktime.transformations.detrend._detrend	Detrender
sktime.transformations.detrend.mstl	MSTL
sktime.transformations.dictionary_based._paa	PAAlegacy
sktime.transformations.dictionary_based._sax	SAXlegacy
sktime.transformations.dictionary_based._sfa	SFA
sktime.transformations.difference	Differencer
sktime.transformations.dilation_mapping	DilationMappingTransformer
sktime.transformations.dobin	DOBIN
sktime.transformations.dropna	DropNA
sktime.transformations.dummies	SeasonalDummiesOneHot
sktime.transformations.dwt	DWTTransformer
sktime.transformations.evoforest_tswm	EvoForestTSWM
sktime.transformations.exponent	ExponentTransformer SqrtTransformer
sktime.transformations.fabba	FABBA
sktime.transformations.feature_selection	FeatureSelection
sktime.transformations.filter	Filter
sktime.transformations.fourier	FourierFeatures FourierTransform
sktime.transformations.func_transform	FunctionTransformer
sktime.transformations.hidalgo	Hidalgo
sktime.transformations.hierarchical.aggregate	Aggregator
sktime.transformations.hierarchical.reconcile._base	_ReconcilerTransformer
sktime.transformations.hierarchical.reconcile._bottom_up	BottomUpReconciler
sktime.transformations.hierarchical.reconcile._middle_out	MiddleOutReconciler
sktime.transformations.hierarchical.reconcile._optimal	NonNegativeOptimalReconciler OptimalReconciler
sktime.transformations.hierarchical.reconcile._reconcile	Reconciler
sktime.transformations.hierarchical.reconcile._topdown	TopdownReconciler
sktime.transformations.hierarchical.squeeze_hierarchy	SqueezeHierarchy
sktime.transformations.hilbert	HilbertTransformer
sktime.transformations.hog1d	HOG1DTransformer
sktime.transformations.holiday._holidayfeats	HolidayFeatures
sktime.transformations.holiday.country_holidays	CountryHolidaysTransformer
sktime.transformations.holiday.financial_holidays	FinancialHolidaysTransformer
sktime.transformations.hpfilter	HPFilter
sktime.transformations.hurst	HurstExponentTransformer
sktime.transformations.impute	Imputer
sktime.transformations.interpolate	TSInterpolator
sktime.transformations.kalman_filter._base	BaseKalmanFilter
sktime.transformations.kalman_filter._kalman_filter	KalmanFilterTransformerFP KalmanFilterTransformerPK
sktime.transformations.kalman_filter._simdkalman	KalmanFilterTransformerSIMD
sktime.transformations.kinematic	KinematicFeatures
sktime.transformations.lag	Lag ReducerTransform
sktime.transformations.matrix_profile._mp_features	MatrixProfileFeatures
sktime.transformations.matrix_profile._stumpy	MatrixProfileTransformer
sktime.transformations.merger	Merger
sktime.transformations.outlier_detection	HampelFilter
sktime.transformations.paa	PAA
sktime.transformations.padder	PaddingTransformer
sktime.transformations.pca	PCATransformer
sktime.transformations.peak	PeakTimeFeature
sktime.transformations.random_intervals	RandomIntervals
sktime.transformations.reduce	Tabularizer TimeBinner
sktime.transformations.rocket._minirocket	MiniRocket
sktime.transformations.rocket._minirocket_multivariate	MiniRocketMultivariate
sktime.transformations.rocket._minirocket_multivariate_cython_est	MiniRocketMultivariateCython
sktime.transformations.rocket._minirocket_multivariate_variable	MiniRocketMultivariateVariable
sktime.transformations.rocket._multirocket	MultiRocket
sktime.transformations.rocket._multirocket_multivariate	MultiRocketMultivariate
sktime.transformations.rocket._rocket	Rocket
sktime.transformations.rocket._rocket_pyts	RocketPyts
sktime.transformations.savitzky_golay	SavitzkyGolayTransformer
sktime.transformations.sax	SAX
sktime.transformations.scaledasinh	ScaledAsinhTransformer
sktime.transformations.scaledlogit	ScaledLogitTransformer
sktime.transformations.segment	IntervalSegmenter RandomIntervalSegmenter SlidingWindowSegmenter
sktime.transformations.series.difference	Differencer
sktime.transformations.series.impute	Imputer
sktime.transformations.shapelet_transform._shapelet_transform	RandomShapeletTransform Shapelet ShapeletPQ ShapeletTransform
sktime.transformations.shapelet_transform._shapelet_transform_pyts	ShapeletTransformPyts
sktime.transformations.signature	SignatureMoments
sktime.transformations.signature_based._augmentations	_AddTime _BasePoint _CumulativeSum _InvisibilityReset _LeadLag
sktime.transformations.signature_based._compute	_WindowSignatureTransform
sktime.transformations.signature_based._signature_method	SignatureTransformer
sktime.transformations.signature_based._window	_Dyadic _Expanding _ExpandingSliding _Global _Sliding _Window
sktime.transformations.slope	SlopeTransformer
sktime.transformations.subsequence_extraction	SubsequenceExtractionTransformer
sktime.transformations.subset	ColumnSelect IndexSubset
sktime.transformations.summarize._extract	DerivativeSlopeTransformer FittedParamExtractor PlateauFinder RandomIntervalFeatureExtractor
sktime.transformations.summarize._window	SplitterSummarizer SummaryTransformer WindowSummarizer
sktime.transformations.supervised_intervals	SupervisedIntervals
sktime.transformations.temporian	TemporianTransformer
sktime.transformations.theta	ThetaLinesTransformer
sktime.transformations.time_since	TimeSince
sktime.transformations.truncation	TruncationTransformer
sktime.transformations.tsfeatures	TSFeaturesTransformer
sktime.transformations.tsfel._tsfel	TSFELTransformer
sktime.transformations.tsfresh	TSFreshFeatureExtractor TSFreshRelevantFeatureExtractor _TSFreshFeatureExtractor
sktime.transformations.vmd	VmdTransformer
sktime.transformations.wavelet_packet	WaveletPacketTransformer
sktime.utils._estimator_html_repr	_HTMLDocumentationLinkMixin _VisualBlock
sktime.utils._testing.scenarios	TestScenario
sktime.utils._testing.scenarios_aligners	AlignerMultipleUnivariateUnequal AlignerPairwiseMultivariateEqual AlignerPairwiseUnivariateUnequal AlignerTestScenario
sktime.utils._testing.scenarios_classification	ClassifierFitPredict ClassifierFitPredictMultivariate ClassifierFitPredictNumpy ClassifierFitPredictThreeClasses ClassifierFitPredictUnequalLength ClassifierTestScenario
sktime.utils._testing.scenarios_clustering	ClustererFitPredict ClustererFitPredictMultivariate ClustererFitPredictOutOfSample ClustererFitPredictUnequalLength ClustererFitPredictUnequalLengthOutOfSample ClustererTestScenario
sktime.utils._testing.scenarios_detection	DetectorTestScenario DetectorUnivariateSimple
sktime.utils._testing.scenarios_forecasting	ForecasterFitPredictHierarchicalSimple ForecasterFitPredictMultivariateNoX ForecasterFitPredictMultivariateWithX ForecasterFitPredictPanelSimple ForecasterFitPredictUnivariateNoX ForecasterFitPredictUnivariateNoXEarlyFh ForecasterFitPredictUnivariateNoXLateFh ForecasterFitPredictUnivariateNoXLongFh ForecasterFitPredictUnivariateWithX ForecasterFitPredictUnivariateWithXLongFh ForecasterTestScenario
sktime.utils._testing.scenarios_param_est	ParamFitterMultivariate ParamFitterPairwiseUnivariate ParamFitterTestScenario ParamFitterUnivariate
sktime.utils._testing.scenarios_transformers	TransformerFitTransformHierarchicalMultivariate TransformerFitTransformHierarchicalUnivariate TransformerFitTransformPanelMultivariate TransformerFitTransformPanelUnivariate TransformerFitTransformPanelUnivariateNumpyWithClassYOnlyFit TransformerFitTransformPanelUnivariateWithClassY TransformerFitTransformPanelUnivariateWithClassYOnlyFit TransformerFitTransformSeriesMultivariate TransformerFitTransformSeriesUnivariate TransformerFitTransformSeriesUnivariateWithY TransformerTestScenario
sktime.utils._testing.scenarios_transformers_pairwise	TransformerPairwisePanelTestScenario TransformerPairwisePanelTransformAsymm TransformerPairwisePanelTransformListdf TransformerPairwisePanelTransformNumpy TransformerPairwisePanelTransformSymm TransformerPairwiseTestScenario TransformerPairwiseTransformAsymm TransformerPairwiseTransformNumpy TransformerPairwiseTransformSymm
sktime.utils.estimators._base	_MockEstimatorMixin
sktime.utils.estimators._forecasters	MockForecaster MockUnivariateForecasterLogger
sktime.utils.mlflow_sktime	_SktimeModelWrapper
sktime.utils.sklearn._scoring	_MetricAdapter _ResolvedMetric
sktime.utils.sklearn._version_bridge	_SklVersionBridgeMixin
sktime.utils.warnings	_SuppressWarningPattern
slicer.slicer	Slicer
slicer.slicer_internal	Alias AliasLookup ArrayHandler AtomicSlicer BaseHandler DataFrameHandler DictHandler ListTupleHandler Obj SeriesHandler Tracked UnifiedDataHandler
socket	AddressFamily SocketKind	AddressFamily SocketKind
spacy.lang.en	English
spacy.lang.en.syntax_iterators			noun_chunks
spacy.lookups	Lookups Table
spacy.pipeline._edit_tree_internals.schemas	EditTreeSchema MatchNodeSchema RootModel[Union[MatchNodeSchema, SubstNodeSchema SubstNodeSchema]]
spacy.pipeline.functions	DocCleaner TokenSplitter
spacy.pipeline.spancat	Suggester _Intervals
spacy.pipeline.tok2vec	Tok2VecListener
spacy.strings	StringStore	StringStore
spacy.tokens._dict_proxies	SpanGroups
spacy.tokens._serialize	DocBin
spacy.tokens.underscore	Underscore
spacy.training.alignment	Alignment
sparse.numba_backend._coo.core	COO
stable_baselines3.common.atari_wrappers	AtariWrapper ClipRewardEnv EpisodicLifeEnv FireResetEnv MaxAndSkipEnv NoopResetEnv StickyActionEnv WarpFrame
stable_baselines3.common.buffers	BaseBuffer DictRolloutBuffer RolloutBuffer
stable_baselines3.common.callbacks	BaseCallback CallbackList CheckpointCallback ConvertCallback EvalCallback EventCallback EveryNTimesteps LogEveryNTimesteps ProgressBarCallback StopTrainingOnMaxEpisodes StopTrainingOnNoModelImprovement StopTrainingOnRewardThreshold
stable_baselines3.common.distributions	BernoulliDistribution CategoricalDistribution DiagGaussianDistribution Distribution MultiCategoricalDistribution SquashedDiagGaussianDistribution StateDependentNoiseDistribution TanhBijector
stable_baselines3.common.noise	ActionNoise NormalActionNoise OrnsteinUhlenbeckActionNoise VectorizedActionNoise
stable_baselines3.common.policies	ActorCriticCnnPolicy ActorCriticPolicy BaseModel BasePolicy ContinuousCritic MultiInputActorCriticPolicy
stable_baselines3.common.running_mean_std	RunningMeanStd
stable_baselines3.common.sb2_compat.rmsprop_tf_like	RMSpropTFLike
stable_baselines3.common.torch_layers	BaseFeaturesExtractor CombinedExtractor FlattenExtractor MlpExtractor NatureCNN
stable_baselines3.common.type_aliases	DictReplayBufferSamples DictRolloutBufferSamples PolicyPredictor ReplayBufferSamples RolloutBufferSamples RolloutReturn TrainFreq TrainFrequencyUnit	TrainFrequencyUnit
stable_baselines3.common.vec_env.base_vec_env	VecEnv VecEnvWrapper
stable_baselines3.common.vec_env.dummy_vec_env	DummyVecEnv
stable_baselines3.common.vec_env.stacked_observations	StackedObservations
stable_baselines3.common.vec_env.vec_check_nan	VecCheckNan
stable_baselines3.common.vec_env.vec_extract_dict_obs	VecExtractDictObs
stable_baselines3.common.vec_env.vec_frame_stack	VecFrameStack
stable_baselines3.common.vec_env.vec_normalize	VecNormalize
stable_baselines3.common.vec_env.vec_transpose	VecTransposeImage
stable_baselines3.dqn.policies	CnnPolicy DQNPolicy MultiInputPolicy QNetwork
stable_baselines3.her.goal_selection_strategy	GoalSelectionStrategy	GoalSelectionStrategy
stable_baselines3.sac.policies	Actor CnnPolicy MultiInputPolicy SACPolicy
stable_baselines3.td3.policies	Actor CnnPolicy MultiInputPolicy TD3Policy
stanio.reshape	Variable VariableType	VariableType
statistics	NormalDist		fmean mean median mode pstdev pvariance stdev variance
statsforecast.arima	ARIMASummary AutoARIMA OptimResult
statsforecast.core	GroupedArray ParallelBackend StatsForecast _StatsForecast
statsforecast.mfles	MFLES OLS Zeros
statsforecast.models	ADIDA ARCH ARIMA AutoARIMA AutoCES AutoETS AutoMFLES AutoRegressive AutoTBATS AutoTheta ConformalSeasonalPool ConstantModel CrostonClassic CrostonOptimized CrostonSBA DynamicOptimizedTheta DynamicTheta GARCH HistoricAverage Holt HoltWinters IMAPA MFLES MSTL NaNModel Naive OptimizedTheta RandomWalkWithDrift SeasonalExponentialSmoothing SeasonalExponentialSmoothingOptimized SeasonalNaive SeasonalWindowAverage SimpleExponentialSmoothing SimpleExponentialSmoothingOptimized SklearnModel TBATS TSB Theta WindowAverage ZeroModel _TS
statsforecast.ucm	LocalLevel LocalLinearTrend SmoothTrend UCM
statsforecast.utils	ArimaMethod ConformalIntervals Distribution results	ArimaMethod Distribution
statsmodels.base._constraints	LinearConstraints TransformRestriction
statsmodels.base._parameter_inference	ScoreTestResult
statsmodels.base._penalized	PenalizedMixin
statsmodels.base._penalties	ConstraintsPenalty CovariancePenalty L2 L2ConstraintsPenalty L2Univariate NonePenalty PSD Penalty PseudoHuber SCAD SCADSmoothed
statsmodels.base._prediction_inference	PredictionResultsBase PredictionResultsDelta PredictionResultsMean PredictionResultsMonotonic
statsmodels.base._screening	ScreeningResults VariableScreening
statsmodels.base.distributed_estimation	DistributedModel DistributedResults
statsmodels.base.elastic_net	RegularizedResults RegularizedResultsWrapper
statsmodels.base.model	GenericLikelihoodModel GenericLikelihoodModelResults LikelihoodModel LikelihoodModelResults LikelihoodResultsWrapper Model ResultMixin Results _LLRMixin
statsmodels.base.optimizer	Optimizer
statsmodels.base.transform	BoxCox
statsmodels.base.wrapper	ResultsWrapper
statsmodels.discrete._diagnostics_count	ChisquareProbResult DispersionResults ZeroModificationTestResult ZeroinflationJHResult
statsmodels.discrete.conditional_models	ConditionalLogit ConditionalMNLogit ConditionalPoisson ConditionalResults ConditionalResultsWrapper _ConditionalModel
statsmodels.discrete.count_model	GenericZeroInflated L1ZeroInflatedGeneralizedPoissonResults L1ZeroInflatedGeneralizedPoissonResultsWrapper L1ZeroInflatedNegativeBinomialResults L1ZeroInflatedNegativeBinomialResultsWrapper L1ZeroInflatedPoissonResults L1ZeroInflatedPoissonResultsWrapper ZeroInflatedGeneralizedPoisson ZeroInflatedGeneralizedPoissonResults ZeroInflatedGeneralizedPoissonResultsWrapper ZeroInflatedNegativeBinomialP ZeroInflatedNegativeBinomialResults ZeroInflatedNegativeBinomialResultsWrapper ZeroInflatedPoisson ZeroInflatedPoissonResults ZeroInflatedPoissonResultsWrapper ZeroInflatedResults
statsmodels.discrete.diagnostic	CountDiagnostic PoissonDiagnostic
statsmodels.discrete.discrete_margins	DiscreteMargins Margins
statsmodels.discrete.discrete_model	BinaryModel BinaryResults BinaryResultsWrapper CountModel CountResults CountResultsWrapper DiscreteModel DiscreteResults GeneralizedPoisson GeneralizedPoissonResults GeneralizedPoissonResultsWrapper L1BinaryResults L1BinaryResultsWrapper L1CountResults L1CountResultsWrapper L1GeneralizedPoissonResults L1GeneralizedPoissonResultsWrapper L1MultinomialResults L1MultinomialResultsWrapper L1NegativeBinomialResults L1NegativeBinomialResultsWrapper L1PoissonResults L1PoissonResultsWrapper Logit LogitResults MNLogit MultinomialModel MultinomialResults MultinomialResultsWrapper NegativeBinomial NegativeBinomialP NegativeBinomialPResults NegativeBinomialPResultsWrapper NegativeBinomialResults NegativeBinomialResultsWrapper OrderedResults OrderedResultsWrapper Poisson PoissonResults PoissonResultsWrapper Probit ProbitResults
statsmodels.discrete.truncated_model	HurdleCountModel HurdleCountResults HurdleCountResultsWrapper L1HurdleCountResults L1HurdleCountResultsWrapper L1TruncatedLFGenericResults L1TruncatedLFGenericResultsWrapper TruncatedLFGeneralizedPoisson TruncatedLFGeneric TruncatedLFGenericResults TruncatedLFGenericResultsWrapper TruncatedLFNegativeBinomialP TruncatedLFPoisson TruncatedLFPoissonResults TruncatedNegativeBinomialResults _RCensored _RCensoredGeneralizedPoisson _RCensoredGeneric _RCensoredNegativeBinomialP _RCensoredPoisson
statsmodels.distributions.bernstein	BernsteinDistribution BernsteinDistributionBV BernsteinDistributionUV
statsmodels.distributions.copula._special	Sterling1 Sterling2
statsmodels.distributions.copula.archimedean	ArchimedeanCopula ClaytonCopula FrankCopula GumbelCopula
statsmodels.distributions.copula.copulas	Copula CopulaDistribution
statsmodels.distributions.copula.depfunc_ev	AsymBiLogistic AsymLogistic AsymMixed AsymNegLogistic HR PickandDependence TEV
statsmodels.distributions.copula.elliptical	EllipticalCopula GaussianCopula StudentTCopula
statsmodels.distributions.copula.extreme_value	ExtremeValueCopula
statsmodels.distributions.copula.other_copulas	IndependenceCopula
statsmodels.distributions.copula.transforms	TransfClayton TransfFrank TransfGumbel TransfIndep Transforms _TransfPower
statsmodels.distributions.discrete	DiscretizedModel
statsmodels.distributions.empirical_distribution	ECDF ECDFDiscrete StepFunction
statsmodels.distributions.mixture_rvs	MixtureDistribution
statsmodels.distributions.tools	_Grid
statsmodels.duration.hazard_regression	PHReg PHRegResults PHSurvivalTime rv_discrete_float
statsmodels.duration.survfunc	CumIncidenceRight SurvfuncRight
statsmodels.emplike.aft_el	AFTResults OptAFT emplikeAFT
statsmodels.emplike.descriptive	DescStatMV DescStatUV EmpLikeTestResult _OptFuncts
statsmodels.emplike.elanova	ANOVA ANOVAResult _ANOVAOpt
statsmodels.emplike.elregress	_ELRegOpts
statsmodels.emplike.originregress	ELOriginRegress OriginResults
statsmodels.gam.gam_cross_validation.cross_validators	BaseCrossValidator KFold
statsmodels.gam.gam_cross_validation.gam_cross_validation	BaseCV BasePenaltiesPathCV MultivariateGAMCV MultivariateGAMCVPath
statsmodels.gam.gam_penalties	MultivariateGamPenalty UnivariateGamPenalty
statsmodels.gam.generalized_additive_model	GLMGam GLMGamResults GLMGamResultsWrapper LogitGam
statsmodels.gam.smooth_basis	AdditiveGamSmoother BSplines CubicSplines CyclicCubicSplines GenericSmoothers PolynomialSmoother UnivariateBSplines UnivariateCubicSplines UnivariateGamSmoother UnivariateGenericSmoother UnivariatePolynomialSmoother
statsmodels.genmod._prediction	PredictionResults
statsmodels.genmod.bayes_mixed_glm	BayesMixedGLMResults BinomialBayesMixedGLM PoissonBayesMixedGLM _BayesMixedGLM _VariationalBayesMixedGLM
statsmodels.genmod.cov_struct	Autoregressive CategoricalCovStruct CovStruct Equivalence Exchangeable GlobalOddsRatio Independence Nested NominalIndependence OrdinalIndependence Stationary Unstructured
statsmodels.genmod.families.family	Binomial Family Gamma Gaussian InverseGaussian NegativeBinomial Poisson Tweedie
statsmodels.genmod.families.links	CDFLink CLogLog Cauchy Identity InversePower InverseSquared Link Log LogC LogLog Logit NegativeBinomial Power Probit Sqrt cauchy cloglog identity inverse_power inverse_squared log logc logit loglog nbinom probit sqrt
statsmodels.genmod.families.varfuncs	Binomial NegativeBinomial Power VarianceFunction
statsmodels.genmod.generalized_estimating_equations	GEE GEEMargins GEEResults GEEResultsWrapper NominalGEE NominalGEEResults NominalGEEResultsWrapper OrdinalGEE OrdinalGEEResults OrdinalGEEResultsWrapper ParameterConstraint _Multinomial _MultinomialLogit
statsmodels.genmod.generalized_linear_model	GLM GLMResults GLMResultsWrapper _ModuleVariable
statsmodels.genmod.qif	QIF QIFAutoregressive QIFCovariance QIFExchangeable QIFIndependence QIFResults QIFResultsWrapper
statsmodels.imputation.bayes_mi	BayesGaussMI MI MIResults
statsmodels.imputation.mice	MICE MICEResults PatsyFormula
statsmodels.miscmodels.count	NonlinearDeltaCov PoissonGMLE PoissonOffsetGMLE PoissonZiGMLE
statsmodels.miscmodels.nonlinls	Myfunc NonlinearLS Results
statsmodels.miscmodels.ordinal_model	OrderedModel OrderedResults OrderedResultsWrapper
statsmodels.miscmodels.tmodel	TArma TLinearModel
statsmodels.miscmodels.try_mlecov	MLEGLS
statsmodels.multivariate.cancorr	CanCorr CanCorrTestResults
statsmodels.multivariate.factor	Factor FactorResults
statsmodels.multivariate.manova	MANOVA
statsmodels.multivariate.multivariate_ols	MultivariateLS MultivariateLSResults MultivariateLSResultsWrapper MultivariateTestResults _MultivariateOLS _MultivariateOLSResults
statsmodels.nonparametric._kernel_base	EstimatorSettings GenericKDE LeaveOneOut
statsmodels.nonparametric.kde	KDEResult KDEUnivariate
statsmodels.othermod.betareg	BetaModel BetaResults BetaResultsWrapper
statsmodels.regression._prediction	PredictionResults
statsmodels.regression._tools	_MinimalWLS
statsmodels.regression.dimred	CovarianceReduction DimReductionResults DimReductionResultsWrapper PrincipalHessianDirections SlicedAverageVarianceEstimation SlicedInverseReg _DimReductionRegression
statsmodels.regression.feasible_gls	GLSHet GLSHet2
statsmodels.regression.linear_model	CompareLRTestResult ELTestResult GLS GLSAR OLS OLSResults RegressionModel RegressionResults RegressionResultsWrapper WLS YuleWalkerResult
statsmodels.regression.mixed_linear_model	MixedLM MixedLMParams MixedLMResults MixedLMResultsWrapper VCSpec _mixedlm_distribution
statsmodels.regression.process_regression	GaussianCovariance ProcessCovariance ProcessMLE ProcessMLEResults
statsmodels.regression.quantile_regression	QuantReg QuantRegResults
statsmodels.regression.recursive_ls	RecursiveLS RecursiveLSResults RecursiveLSResultsWrapper
statsmodels.regression.rolling	RollingOLS RollingRegressionResults RollingStore RollingWLS
statsmodels.robust.covariance	CovDetMCD CovDetMCDResult CovDetMM CovDetS CovIterResult CovM CovMResult CovOGKResult CovStartingResult CovTylerRegularizedResult CovTylerResult NaiveLedoitWolfResult _NormalizeTruncCov _Standardize
statsmodels.robust.norms	AndrewWave Hampel HuberT LeastSquares MQuantileNorm RamsayE RobustNorm StudentT TrimmedMean TukeyBiweight TukeyQuartic
statsmodels.robust.resistant_linear_model	DetSStartResult RLMDetS RLMDetSMM
statsmodels.robust.robust_linear_model	RLM RLMResults RLMResultsWrapper
statsmodels.robust.scale	HuberScale MScale ScaleTrimmedResult
statsmodels.robust.tools	TuningSEstimatorMeanResult
statsmodels.stats._delta_method	NonlinearDeltaCov
statsmodels.stats._diagnostic_other	CMTNewey CMTTauchen ResultsGeneric TestResults
statsmodels.stats._knockoff	RegressionFDR
statsmodels.stats._results_store	ResultsStore
statsmodels.stats.anova	AnovaRM AnovaResults
statsmodels.stats.base	AllPairsResults HolderTuple LimitedIterationMixin
statsmodels.stats.contingency_tables	CochransQResult SquareTable StratifiedTable Table Table2x2 _Bunch
statsmodels.stats.contrast	Contrast ContrastResults MultiCompResult WaldTestResults
statsmodels.stats.correlation_tools	CovNearestResult FactoredPSDMatrix GaussianMultivariateKernel MultivariateKernel
statsmodels.stats.covariance	TransformCorrNormalResult
statsmodels.stats.descriptivestats	Describe Description
statsmodels.stats.diagnostic	GoldfeldQuandtResult LMTestResult NonNestedTestResult PesaranTimmermannResult ResultsStore
statsmodels.stats.diagnostic_gen	ChisquareBinningResult
statsmodels.stats.dist_dependence_measures	DistDependStat
statsmodels.stats.effect_size	NoncentralityChisquareResult NoncentralityFResult NoncentralityTResult
statsmodels.stats.gof	ChisquareResult
statsmodels.stats.inter_rater	KappaResults ResultsBunch
statsmodels.stats.knockoff_regeffects	CorrelationEffects ForwardEffects OLSEffects RegModelEffects RegressionEffects
statsmodels.stats.mediation	Mediation MediationResults
statsmodels.stats.meta_analysis	CombineResults HomogeneityTestResult
statsmodels.stats.moment_helpers	Cov2CorrResult
statsmodels.stats.multitest	LocalFDRCorrectionResult NullDistribution
statsmodels.stats.multivariate	CovOnewayResult CovTestResult HotellingResult
statsmodels.stats.multivariate_tools	CCRankTestResult CCStatsResult PartialProjectResult
statsmodels.stats.nonparametric	JonckheereTerpstraResult ProbSuperiorResult RankCompareResult RankPlacementsResult SamplesizeRankCompareResult TostProbSuperiorResult
statsmodels.stats.oaxaca	OaxacaBlinder OaxacaResults
statsmodels.stats.oneway	AnovaResult ConfintEffectSizeResult EffectSizeFsquResult EquivalenceOnewayResult FstatEffectSizeResult ScaleAnovaResult ScaleEquivalenceResult SimulatePowerEquivalenceResult
statsmodels.stats.outliers_influence	GLMInfluence MLEInfluence OLSInfluence _BaseInfluenceMixin
statsmodels.stats.power	FTestAnovaPower FTestPower FTestPowerF2 GofChisquarePower NormalIndPower Power TTestIndPower TTestPower _GofChisquareIndPower
statsmodels.stats.proportion	KoopmanConfintResult PairedNamConfintResult PowerProportionsResult Proportions2indepTestResult ScoreTestProportionsResult TostProportionsResult
statsmodels.stats.rates	NonequivalencePoissonResult PoissonTest2indepResult PoissonTestResult PowerDiffResult PowerEquivalenceResult PowerNegbinRatioResult PowerRatioResult PowerResult TostPoissonResult
statsmodels.stats.regularized_covariance	RegularizedInvCovariance
statsmodels.stats.robust_compare	TrimmedMean
statsmodels.stats.tabledist	TableDist
statsmodels.stats.weightstats	CompareMeans DescrStatsW
statsmodels.tools.tools	Bunch
statsmodels.treatment.treatment_effects	TreatmentEffect TreatmentEffectResults
statsmodels.tsa._stl	STL
statsmodels.tsa.ar_model	AR AROrderSelectionResults ARResults AutoReg AutoRegResults AutoRegResultsWrapper InformationCriteria
statsmodels.tsa.ardl.model	ARDL ARDLOrderSelectionResults ARDLResults ARDLResultsWrapper BoundsTestResult UECM UECMResults UECMResultsWrapper
statsmodels.tsa.arima.estimators._base	ARMAEstimationResult
statsmodels.tsa.arima.model	ARIMA ARIMAResults ARIMAResultsWrapper
statsmodels.tsa.arima.params	SARIMAXParams
statsmodels.tsa.arima.specification	SARIMAXSpecification
statsmodels.tsa.arima_model	ARIMA ARIMAResults ARIMAResultsWrapper ARMA ARMAResults
statsmodels.tsa.arima_process	ArmaProcess
statsmodels.tsa.arma_mle	Arma
statsmodels.tsa.base.prediction	PredictionResults
statsmodels.tsa.base.tsa_model	TimeSeriesModel TimeSeriesModelResults TimeSeriesResultsWrapper
statsmodels.tsa.descriptivestats	TsaDescriptive
statsmodels.tsa.deterministic	CalendarDeterministicTerm CalendarFourier CalendarSeasonality CalendarTimeTrend DeterministicProcess DeterministicTerm Fourier FourierDeterministicTerm Seasonality TimeTrend TimeTrendDeterministicTerm
statsmodels.tsa.exponential_smoothing._ets_smooth			_ets_smooth_add_add _ets_smooth_add_mul _ets_smooth_mul_add _ets_smooth_mul_mul
statsmodels.tsa.exponential_smoothing.base	StateSpaceMLEModel StateSpaceMLEResults
statsmodels.tsa.exponential_smoothing.ets	ETSModel ETSResults ETSResultsWrapper PredictionResults PredictionResultsWrapper		ETSModel.loglike
statsmodels.tsa.filters.filtertools	CycleTrendResult
statsmodels.tsa.forecasting.stl	STLForecast STLForecastResults
statsmodels.tsa.forecasting.theta	ThetaModel ThetaModelResults
statsmodels.tsa.holtwinters._exponential_smoothers	HoltWintersArgs
statsmodels.tsa.holtwinters._smoothers	HoltWintersArgs
statsmodels.tsa.holtwinters.model	ExponentialSmoothing Holt SimpleExpSmoothing _OptConfig
statsmodels.tsa.holtwinters.results	HoltWintersResults HoltWintersResultsWrapper
statsmodels.tsa.mlemodel	TSMLEModel
statsmodels.tsa.regime_switching.markov_autoregression	MarkovAutoregression MarkovAutoregressionResults MarkovAutoregressionResultsWrapper
statsmodels.tsa.regime_switching.markov_regression	MarkovRegression MarkovRegressionResults MarkovRegressionResultsWrapper
statsmodels.tsa.regime_switching.markov_switching	HamiltonFilterResults KimSmootherResults MarkovSwitching MarkovSwitchingParams MarkovSwitchingResults MarkovSwitchingResultsWrapper
statsmodels.tsa.seasonal	DecomposeResult
statsmodels.tsa.seasonal._seasonal	DecomposeResult
statsmodels.tsa.statespace._cfa_simulation_smoother	cCFASimulationSmoother dCFASimulationSmoother sCFASimulationSmoother zCFASimulationSmoother
statsmodels.tsa.statespace._initialization	cInitialization dInitialization sInitialization zInitialization	cInitialization dInitialization sInitialization zInitialization
statsmodels.tsa.statespace._kalman_filter	cKalmanFilter dKalmanFilter sKalmanFilter zKalmanFilter	cKalmanFilter dKalmanFilter sKalmanFilter zKalmanFilter
statsmodels.tsa.statespace._kalman_smoother	cKalmanSmoother dKalmanSmoother sKalmanSmoother zKalmanSmoother	cKalmanSmoother dKalmanSmoother sKalmanSmoother zKalmanSmoother
statsmodels.tsa.statespace._pykalman_smoother	_KalmanSmoother
statsmodels.tsa.statespace._quarterly_ar1	QuarterlyAR1
statsmodels.tsa.statespace._representation	cStatespace dStatespace sStatespace zStatespace	cStatespace dStatespace sStatespace zStatespace
statsmodels.tsa.statespace._simulation_smoother	cSimulationSmoother dSimulationSmoother sSimulationSmoother zSimulationSmoother	cSimulationSmoother dSimulationSmoother sSimulationSmoother zSimulationSmoother
statsmodels.tsa.statespace.cfa_simulation_smoother	CFASimulationSmoother
statsmodels.tsa.statespace.dynamic_factor	DynamicFactor DynamicFactorResults DynamicFactorResultsWrapper
statsmodels.tsa.statespace.dynamic_factor_mq	DynamicFactorMQ DynamicFactorMQResults DynamicFactorMQStates FactorBlock
statsmodels.tsa.statespace.exponential_smoothing	ExponentialSmoothing ExponentialSmoothingResults ExponentialSmoothingResultsWrapper
statsmodels.tsa.statespace.initialization	Initialization
statsmodels.tsa.statespace.kalman_filter	FilterResults KalmanFilter PredictionResults
statsmodels.tsa.statespace.kalman_smoother	KalmanSmoother SmootherResults
statsmodels.tsa.statespace.mlemodel	MLEModel MLEResults MLEResultsWrapper PredictionResults PredictionResultsWrapper
statsmodels.tsa.statespace.news	NewsResults
statsmodels.tsa.statespace.representation	FrozenRepresentation MatrixWrapper OptionWrapper Representation
statsmodels.tsa.statespace.sarimax	SARIMAX SARIMAXResults SARIMAXResultsWrapper
statsmodels.tsa.statespace.simulation_smoother	SimulationSmoothResults SimulationSmoother
statsmodels.tsa.statespace.structural	UnobservedComponents UnobservedComponentsResults UnobservedComponentsResultsWrapper
statsmodels.tsa.statespace.varmax	VARMAX VARMAXResults VARMAXResultsWrapper
statsmodels.tsa.stattools._stattools	ADFullerResult AcfResult BreakvarHeteroskedasticityResult CcfResult CointResult DieboldMarianoResult JackknifeResult KPSSResult LevinsonDurbinPacfResult LevinsonDurbinResult PacfBurgResult PacfResult PccfResult QStatResult RURResult
statsmodels.tsa.stl._stl	STL
statsmodels.tsa.stl.mstl	MSTL
statsmodels.tsa.tsatools	LagmatResult
statsmodels.tsa.varma_process	VarmaPoly _Var
statsmodels.tsa.vector_ar.hypothesis_test_results	CausalityTestResults ErrorBand ForecastInterval HypothesisTestResults NormalityTestResults WhitenessTestResults
statsmodels.tsa.vector_ar.irf	BaseIRAnalysis IRAnalysis
statsmodels.tsa.vector_ar.local_proj	LocalProjections LocalProjectionsResults
statsmodels.tsa.vector_ar.output	VARSummary
statsmodels.tsa.vector_ar.svar_model	SVAR SVARProcess SVARResults
statsmodels.tsa.vector_ar.var_model	FEVD LagOrderResults VAR VARProcess VARResults VARResultsWrapper
statsmodels.tsa.vector_ar.vecm	CointRankResults JohansenTestResult VECM VECMResults
string	Template
surprise.model_selection.search	BaseSearchCV GridSearchCV RandomizedSearchCV
surprise.model_selection.split	KFold LeaveOneOut PredefinedKFold RepeatedKFold ShuffleSplit
surprise.prediction_algorithms.algo_base	AlgoBase
surprise.prediction_algorithms.baseline_only	BaselineOnly
surprise.prediction_algorithms.co_clustering	CoClustering
surprise.prediction_algorithms.knns	KNNBaseline KNNBasic KNNWithMeans KNNWithZScore SymmetricAlgo
surprise.prediction_algorithms.matrix_factorization	NMF SVD SVDpp
surprise.prediction_algorithms.predictions	Prediction PredictionImpossible
surprise.prediction_algorithms.random_pred	NormalPredictor
surprise.prediction_algorithms.slope_one	SlopeOne
surprise.reader	Reader
surprise.trainset	Trainset
thinc.config	registry
thinc.model	Model
thinc.optimizers	Optimizer
thinc.shims.pytorch_grad_scaler	PyTorchGradScaler
thinc.shims.shim	Shim
thinc.types	ArgsKwargs Decorator Floats1d Floats2d Floats3d Floats4d Generator Ints1d Ints2d Ints3d Ints4d Padded Pairs Ragged SizedGenerator Unserializable _Array _Array1d _Array2d _Array3d _Array4d _Floats _Ints
time		struct_time
timm.layers.activations	GELU GELUTanh HardMish HardSigmoid HardSwish Mish PReLU QuickGELU Sigmoid Swish Tanh
timm.layers.activations_me	HardMishMe HardSigmoidMe HardSwishMe MishMe SwishMe
timm.layers.adaptive_avgmax_pool	AdaptiveAvgMaxPool2d AdaptiveCatAvgMaxPool2d FastAdaptiveAvgMaxPool FastAdaptiveAvgPool FastAdaptiveCatAvgMaxPool FastAdaptiveMaxPool SelectAdaptivePool2d
timm.layers.attention	Attention AttentionRope
timm.layers.attention2d	Attention2d MultiQueryAttention2d MultiQueryAttentionV2
timm.layers.attention_pool	AttentionPoolLatent AttentionPoolPrr
timm.layers.attention_pool2d	AttentionPool2d RotAttentionPool2d
timm.layers.blur_pool	BlurPool2d
timm.layers.bottleneck_attn	BottleneckAttn PosEmbedRel
timm.layers.cbam	CbamModule ChannelAttn LightCbamModule LightChannelAttn LightSpatialAttn SpatialAttn
timm.layers.classifier	ClNormMlpClassifierHead ClassifierHead NormMlpClassifierHead
timm.layers.cond_conv2d	CondConv2d
timm.layers.config	set_exportable set_layer_config set_no_jit set_scriptable
timm.layers.conv2d_same	Conv2dSame Conv2dSameExport
timm.layers.conv_bn_act	ConvNormAct
timm.layers.coord_attn	CoordAttn EfficientLocalAttn SimpleCoordAttn StripAttn
timm.layers.diff_attention	DiffAttention
timm.layers.drop	DropBlock2d DropPath
timm.layers.eca	CecaModule EcaModule
timm.layers.evo_norm	EvoNorm2dB0 EvoNorm2dB1 EvoNorm2dB2 EvoNorm2dS0 EvoNorm2dS0a EvoNorm2dS1 EvoNorm2dS1a EvoNorm2dS2 EvoNorm2dS2a
timm.layers.filter_response_norm	FilterResponseNormAct2d FilterResponseNormTlu2d
timm.layers.format	Format	Format
timm.layers.gather_excite	GatherExcite
timm.layers.global_context	GlobalContext
timm.layers.grn	GlobalResponseNorm
timm.layers.halo_attn	HaloAttn PosEmbedRel
timm.layers.hybrid_embed	HybridEmbed HybridEmbedWithSize
timm.layers.inplace_abn	InplaceAbn
timm.layers.interpolate	RegularGridInterpolator
timm.layers.lambda_layer	LambdaLayer
timm.layers.layer_scale	LayerScale LayerScale2d
timm.layers.linear	Linear
timm.layers.median_pool	MedianPool2d
timm.layers.mixed_conv2d	MixedConv2d
timm.layers.ml_decoder	MLDecoder TransformerDecoderLayerOptimal
timm.layers.mlp	ConvMlp GatedMlp GlobalResponseNormMlp GluMlp Mlp SwiGLU
timm.layers.non_local_attn	BatNonLocalAttn BilinearAttnTransform NonLocalAttn
timm.layers.norm	GroupNorm GroupNorm1 LayerNorm LayerNorm2d LayerNorm2dFp32 LayerNormExp2d LayerNormFp32 RmsNorm RmsNorm2d RmsNorm2dFp32 RmsNormFp32 SimpleNorm SimpleNorm2d SimpleNorm2dFp32 SimpleNormFp32
timm.layers.norm_act	BatchNormAct2d FrozenBatchNormAct2d GroupNorm1Act GroupNormAct LayerNormAct LayerNormAct2d LayerNormAct2dFp32 LayerNormActFp32 RmsNormAct RmsNormAct2d RmsNormAct2dFp32 RmsNormActFp32 SyncBatchNormAct
timm.layers.other_pool	LsePlus1d LsePlus2d SimPool1d SimPool2d
timm.layers.patch_dropout	PatchDropout PatchDropoutWithIndices
timm.layers.patch_embed	PatchEmbed PatchEmbedInterpolator PatchEmbedResamplerFixedOrigSize PatchEmbedWithSize
timm.layers.pool2d_same	AvgPool2dSame MaxPool2dSame
timm.layers.pos_embed_rel	RelPosBias RelPosBiasTf RelPosMlp
timm.layers.pos_embed_sincos	FourierEmbed RotaryEmbedding RotaryEmbeddingCat RotaryEmbeddingDinoV3 RotaryEmbeddingMRope RotaryEmbeddingMixed _RotaryEmbeddingBase
timm.layers.selective_kernel	SelectiveKernel SelectiveKernelAttn
timm.layers.separable_conv	SeparableConv2d SeparableConvNormAct
timm.layers.space_to_depth	DepthToSpace SpaceToDepth
timm.layers.split_attn	RadixSoftmax SplitAttn
timm.layers.split_batchnorm	SplitBatchNorm2d
timm.layers.squeeze_excite	EffectiveSEModule SEModule SqueezeExciteCl
timm.layers.std_conv	ScaledStdConv2d ScaledStdConv2dSame StdConv2d StdConv2dSame
timm.layers.test_time_pool	TestTimePoolHead
timm.loss.asymmetric_loss	AsymmetricLossMultiLabel AsymmetricLossSingleLabel
timm.loss.binary_cross_entropy	BinaryCrossEntropy
timm.loss.cross_entropy	LabelSmoothingCrossEntropy SoftTargetCrossEntropy
timm.loss.distribution_balanced_loss	DistributionBalancedLoss
timm.loss.jsd	JsdCrossEntropy
timm.loss.poly_loss	PolyBinaryCrossEntropy PolyCrossEntropy
timm.loss.two_way_loss	TwoWayLoss
timm.loss.zlpr_loss	ZlprLoss
timm.models._efficientnet_blocks	CondConvResidual ConvBnAct DepthwiseSeparableConv EdgeResidual InvertedResidual MobileAttention SqueezeExcite UniversalInvertedResidual
timm.models._efficientnet_builder	EfficientNetBuilder
timm.models._features	FeatureDictNet FeatureGetterNet FeatureHookNet FeatureHooks FeatureInfo FeatureListNet
timm.models.beit	Attention Beit Block RelativePositionBias
timm.models.byobnet	BasicBlock BottleneckBlock ByoBlockCfg ByoModelCfg ByobNet DarkBlock DownsampleAvg EdgeBlock LayerFn MobileOneBlock RepVggBlock SelfAttnBlock Stem
timm.models.cait	Cait ClassAttn LayerScaleBlock LayerScaleBlockClassAttn TalkingHeadAttn
timm.models.coat	CoaT ConvPosEnc ConvRelPosEnc FactorAttnConvRelPosEnc ParallelBlock SerialBlock
timm.models.convit	Block ConVit GPSA MHSA
timm.models.convmixer	ConvMixer Residual
timm.models.convnext	ConvNeXt ConvNeXtBlock ConvNeXtStage Downsample
timm.models.cpubone	CPUBone CPUBoneBlock ClsHead ConvAttention ConvLayer FusedMBConv LinearLayer MBConv ResidualBlock
timm.models.crossvit	CrossAttention CrossAttentionBlock CrossVit MultiScaleBlock PatchEmbed
timm.models.csatv2	Block CSATv2 Dct1d Dct2d Dct2dStats LearnableDct2d PosConv SpatialAttention SpatialTransformerBlock TransformerBlock
timm.models.cspnet	BottleneckBlock CrossStage CrossStage3 CspModelCfg CspNet CspStagesCfg CspStemCfg DarkBlock DarkStage EdgeBlock
timm.models.cspnext	CspNext CspNextBlock CspNextLayer DepthwiseSeparableConv SPPBottleneck
timm.models.davit	ChannelAttention ChannelAttentionV2 ChannelBlock ConvPosEnc DaVit DaVitStage Downsample SpatialBlock Stem WindowAttention
timm.models.deepseek_vit	DeepseekVitAligner DeepseekVitBlock DeepseekVitClassifier DeepseekVitEncoder
timm.models.deit	VisionTransformerDistilled
timm.models.densenet	DenseBlock DenseLayer DenseNet DenseTransition
timm.models.dla	DLA DlaBasic DlaBottle2neck DlaBottleneck DlaRoot DlaTree
timm.models.dpn	BnAct BnActConv2d DPN DualPathBlock
timm.models.edgenext	ConvBlock CrossCovarianceAttn EdgeNeXt EdgeNeXtStage PositionalEncodingFourier SplitTransposeBlock
timm.models.efficientformer	Attention ConvMlpWithNorm Downsample Flat MetaBlock1d MetaBlock2d Pooling Stem4
timm.models.efficientformer_v2	Attention2d Attention2dDownsample ConvMlpWithNorm ConvNorm Downsample EfficientFormerV2 EfficientFormerV2Block EfficientFormerV2Stage LocalGlobalQuery Stem4
timm.models.efficientnet	EfficientNet EfficientNetFeatures
timm.models.efficientvim	ConvLayer1d ConvLayer2d EfficientViM EfficientViMBlock EfficientViMDistilled EfficientViMStage FFN HSMSSD PatchMerging Stem
timm.models.efficientvit_mit	ClassifierHead ConvBlock ConvNormAct DSConv EfficientVit EfficientVitBlock EfficientVitLarge EfficientVitLargeStage EfficientVitStage FusedMBConv LiteMLA MBConv ResidualBlock Stem
timm.models.efficientvit_msra	CascadedGroupAttention ConvMlp ConvNorm EfficientVitBlock EfficientVitMsra EfficientVitStage LocalWindowAttention NormLinear PatchEmbedding PatchMerging ResidualDrop
timm.models.eva	Eva EvaAttention EvaBlock EvaBlockPostNorm
timm.models.fasternet	Block FasterNet MLPBlock Partial_conv3 PatchEmbed PatchMerging
timm.models.fastvit	Attention AttentionBlock ConvMlp FastVit FastVitStage LayerScale2d MobileOneBlock PatchEmbed RepConditionalPosEnc RepMixer RepMixerBlock ReparamLargeKernelConv
timm.models.focalnet	Downsample FocalModulation FocalNet FocalNetBlock FocalNetStage
timm.models.gcvit	Downsample2d FeatureBlock GlobalContextVit GlobalContextVitBlock GlobalContextVitStage MbConvBlock Stem WindowAttentionGlobal
timm.models.gemma4_vit	Gemma4Attention Gemma4Block Gemma4ClippableLinear Gemma4GatedMlp Gemma4PatchEmbed Gemma4RotaryEmbedding2D Gemma4VisionPooler Gemma4VitClassifier Gemma4VitEncoder
timm.models.ghostnet	GhostBottleneck GhostBottleneckV3 GhostModule GhostModuleV2 GhostModuleV3 GhostNet
timm.models.hgnet	ClassifierHead ConvBNAct EseModule HighPerfGpuBlock HighPerfGpuNet HighPerfGpuStage LearnableAffineBlock LightConvBNAct StemV1 StemV2
timm.models.hiera	Hiera HieraBlock MaskUnitAttention PatchEmbed Reroll Unroll
timm.models.hieradet_sam2	HieraDet HieraPatchEmbed MultiScaleAttention MultiScaleBlock
timm.models.hrnet	HighResolutionModule HighResolutionNet HighResolutionNetFeatures SequentialList
timm.models.iformer	ConvBlock ConvNorm FFN IFormer NormLinear RepCPE RepVitClassifier Residual SHMA SHMABlock StageBlock Stem
timm.models.inception_next	ConvMlp InceptionDWConv2d MetaNeXt MetaNeXtBlock MetaNeXtStage MlpClassifierHead
timm.models.inception_resnet_v2	Block17 Block35 Block8 InceptionResnetV2 Mixed_5b Mixed_6a Mixed_7a
timm.models.inception_v3	InceptionA InceptionAux InceptionB InceptionC InceptionD InceptionE InceptionV3
timm.models.inception_v4	InceptionA InceptionB InceptionC InceptionV4 Mixed3a Mixed4a Mixed5a ReductionA ReductionB
timm.models.lcnetv2	LCNetV2 RepDepthwiseSeparable
timm.models.levit	Attention AttentionDownsample ConvNorm Downsample Levit LevitBlock LevitDistilled LevitDownsample LevitMlp LevitStage LinearNorm NormLinear Stem16 Stem8
timm.models.lowformer	ConvAttention ConvLayer FusedMBConv LowFormer LowFormerBlock MBConv ResidualBlock
timm.models.mambaout	Downsample DownsampleNormFirst GatedConvBlock MambaOut MambaOutStage MlpHead Stem
timm.models.maxxvit	Attention2d AttentionCl ConvNeXtBlock Downsample2d MaxxVit MaxxVitBlock MaxxVitCfg MaxxVitConvCfg MaxxVitStage MaxxVitTransformerCfg MbConvBlock ParallelMaxxVitBlock ParallelPartitionAttention PartitionAttention2d PartitionAttentionCl Stem TransformerBlock2d
timm.models.metaformer	Attention Downsampling GroupNorm1NoBias LayerNorm2dNoBias LayerNormNoBias MetaFormer MetaFormerBlock MetaFormerStage MlpHead Pooling Scale SepConv SquaredReLU StarReLU Stem
timm.models.mlp_mixer	Affine MixerBlock MlpMixer ResBlock SpatialGatingBlock SpatialGatingUnit
timm.models.mobilenetv3	MobileNetV3 MobileNetV3Features
timm.models.mobilenetv5	MobileNetV5 MobileNetV5Encoder MobileNetV5MultiScaleFusionAdapter
timm.models.mobilevit	LinearSelfAttention LinearTransformerBlock MobileVitBlock MobileVitV2Block
timm.models.mvitv2	MultiScaleAttention MultiScaleAttentionPoolFirst MultiScaleBlock MultiScaleVit MultiScaleVitCfg MultiScaleVitStage PatchEmbed
timm.models.naflexvit	NaFlexEmbeds NaFlexRopeIterator NaFlexVit NaFlexVitCfg
timm.models.nasnet	ActConvBn BranchSeparables CellStem0 CellStem1 FirstCell NASNetALarge NormalCell ReductionCell0 ReductionCell1 SeparableConv2d
timm.models.nest	Attention ConvPool Nest NestLevel TransformerLayer
timm.models.nextvit	ConvAttention ConvNormAct EfficientAttention NextConvBlock NextStage NextTransformerBlock NextViT PatchEmbed
timm.models.nfnet	DownsampleAvg GammaAct NfCfg NormFreeBlock NormFreeNet
timm.models.pit	ConvEmbedding Pooling PoolingVisionTransformer SequentialTuple Transformer
timm.models.pnasnet	ActConvBn BranchSeparables Cell CellBase CellStem0 FactorizedReduction PNASNet5Large SeparableConv2d
timm.models.pvt_v2	Attention Block MlpWithDepthwiseConv OverlapPatchEmbed PyramidVisionTransformerStage PyramidVisionTransformerV2
timm.models.qwen3_vit	Qwen3VitClassifier Qwen3VitEncoder Qwen3VitPatchMerger
timm.models.rdnet	Block BlockESE DenseBlock DenseStage RDNet
timm.models.regnet	Bottleneck PreBottleneck RegNet RegNetCfg RegStage
timm.models.repghost	RepGhostBottleneck RepGhostModule RepGhostNet
timm.models.repvit	ConvNorm NormLinear RepVggDw RepViTBlock RepVit RepVitClassifier RepVitDownsample RepVitMlp RepVitStage RepVitStem
timm.models.res2net	Bottle2neck
timm.models.resnest	ResNestBottleneck
timm.models.resnet	BasicBlock Bottleneck ResNet
timm.models.resnetv2	Bottleneck DownsampleAvg DownsampleConv PreActBasic PreActBottleneck ResNetStage ResNetV2
timm.models.rexnet	LinearBottleneck RexNet
timm.models.selecsls	SelecSls SelecSlsBlock SelectSeq SequentialList
timm.models.senet	Bottleneck SEBottleneck SEModule SENet SEResNeXtBottleneck SEResNetBlock SEResNetBottleneck
timm.models.sequencer	Downsample2d LSTM2d RNN2dBase RNNIdentity Sequencer2d Sequencer2dBlock Sequencer2dStage Shuffle
timm.models.shvit	BasicBlock Conv2dNorm FFN NormLinear PatchMerging Residual SHSA SHViT StageBlock
timm.models.sknet	SelectiveKernelBasic SelectiveKernelBottleneck
timm.models.starnet	Block ConvBN StarNet
timm.models.swiftformer	Block ConvEncoder EfficientAdditiveAttention Embedding LayerScale2d LocalRepresentation Mlp Stage SwiftFormer
timm.models.swin_transformer	PatchMerging SwinTransformer SwinTransformerBlock SwinTransformerStage WindowAttention
timm.models.swin_transformer_v2	PatchMerging SwinTransformerV2 SwinTransformerV2Block SwinTransformerV2Stage WindowAttention
timm.models.swin_transformer_v2_cr	PatchEmbed PatchMerging SwinTransformerV2Cr SwinTransformerV2CrBlock SwinTransformerV2CrStage WindowMultiHeadAttention
timm.models.tiny_vit	Attention ConvLayer ConvNorm MBConv NormMlp PatchEmbed PatchMerging TinyVit TinyVitBlock TinyVitStage
timm.models.tnt	Attention Block PixelEmbed TNT
timm.models.tresnet	BasicBlock Bottleneck TResNet
timm.models.twins	Block GlobalSubSampleAttn LocallyGroupedAttn PatchEmbed PosConv Twins
timm.models.vgg	ConvMlp VGG
timm.models.visformer	Attention Block SpatialMlp Visformer
timm.models.vision_transformer	Block DiffParallelScalingBlock ParallelScalingBlock ParallelThingsBlock ResPostBlock VisionTransformer
timm.models.vision_transformer_hybrid	ConvStem
timm.models.vision_transformer_relpos	RelPosAttention RelPosBlock ResPostRelPosBlock VisionTransformerRelPos
timm.models.vision_transformer_sam	Attention Block VisionTransformerSAM
timm.models.vitamin	Downsample2d GeGluMlp MbConvLNBlock MbConvStages Stem StridedConv VitCfg VitConvCfg
timm.models.volo	Attention ClassAttention ClassBlock Downsample OutlookAttention Outlooker PatchEmbed Transformer VOLO
timm.models.vovnet	OsaBlock OsaStage SequentialAppendList VovNet
timm.models.xception	Block SeparableConv2d Xception
timm.models.xception_aligned	PreSeparableConv2d PreXceptionModule SeparableConv2d XceptionAligned XceptionModule
timm.models.xcit	ClassAttentionBlock ConvPatchEmbed LPI PositionalEncodingFourier XCA XCABlock Xcit
timm.optim._optim_factory	OptimInfo OptimizerRegistry
timm.optim._types	OptimizerCallable
timm.optim.adabelief	AdaBelief
timm.optim.adafactor	Adafactor
timm.optim.adafactor_bv	AdafactorBigVision
timm.optim.adahessian	Adahessian
timm.optim.adamp	AdamP
timm.optim.adamw	AdamWLegacy
timm.optim.adan	Adan MultiTensorApply
timm.optim.adopt	Adopt
timm.optim.lamb	Lamb
timm.optim.laprop	LaProp
timm.optim.lars	Lars
timm.optim.lion	Lion
timm.optim.lookahead	Lookahead
timm.optim.madgrad	MADGRAD
timm.optim.mars	Mars
timm.optim.muon	Muon
timm.optim.nadam	NAdamLegacy
timm.optim.nadamw	NAdamW
timm.optim.nvnovograd	NvNovoGrad
timm.optim.radam	RAdamLegacy
timm.optim.rmsprop_tf	RMSpropTF
timm.optim.sgdp	SGDP
timm.optim.sgdw	SGDW
timm.scheduler.cosine_lr	CosineLRScheduler
timm.scheduler.multistep_lr	MultiStepLRScheduler
timm.scheduler.plateau_lr	PlateauLRScheduler
timm.scheduler.poly_lr	PolyLRScheduler
timm.scheduler.scheduler	Scheduler
timm.scheduler.step_lr	StepLRScheduler
timm.scheduler.tanh_lr	TanhLRScheduler
timm.scheduler.wsd_lr	WSDLRScheduler
tokenizers	AddedToken Tokenizer
tokenizers.models	Model
torch	ScriptObject Size Tensor device	Size device	BFloat16Storage BoolStorage ByteStorage CharStorage ComplexDoubleStorage ComplexFloatStorage DoubleStorage FloatStorage HalfStorage IntStorage LongStorage QInt32Storage QInt8Storage QUInt2x4Storage QUInt4x2Storage QUInt8Storage ShortStorage UntypedStorage bfloat16 bool cdouble cfloat chalf channels_last channels_last_3d complex128 complex32 complex64 contiguous_format double float float16 float32 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz float8_e8m0fnu half int int16 int32 int64 int8 long per_channel_affine per_channel_affine_float_qparams per_channel_symmetric per_tensor_affine per_tensor_symmetric preserve_format qint32 qint8 quint2x4 quint4x2 quint8 relu short sigmoid sparse_bsc sparse_bsr sparse_coo sparse_csc sparse_csr strided tanh uint16 uint32 uint64 uint8
torch._C._nn			elu gelu hardsigmoid hardswish leaky_relu mish silu
torch._utils		_rebuild_device_tensor_from_cpu_tensor _rebuild_device_tensor_from_numpy _rebuild_meta_tensor_no_storage _rebuild_nested_tensor _rebuild_parameter _rebuild_parameter_with_state _rebuild_qtensor _rebuild_sparse_csr_tensor _rebuild_sparse_tensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3 _rebuild_xla_tensor
torch.ao.nn.intrinsic.modules.fused	BNReLU2d BNReLU3d ConvAdd2d ConvAddReLU2d ConvBn1d ConvBn2d ConvBn3d ConvBnReLU1d ConvBnReLU2d ConvBnReLU3d ConvReLU1d ConvReLU2d ConvReLU3d LinearBn1d LinearLeakyReLU LinearReLU LinearTanh _FusedModule
torch.ao.nn.intrinsic.qat.modules.conv_fused	ConvBn1d ConvBn2d ConvBn3d ConvBnReLU1d ConvBnReLU2d ConvBnReLU3d ConvReLU1d ConvReLU2d ConvReLU3d _ConvBnNd
torch.ao.nn.intrinsic.qat.modules.linear_fused	LinearBn1d
torch.ao.nn.intrinsic.qat.modules.linear_relu	LinearReLU
torch.ao.nn.intrinsic.quantized.dynamic.modules.linear_relu	LinearReLU
torch.ao.nn.intrinsic.quantized.modules.bn_relu	BNReLU2d BNReLU3d
torch.ao.nn.intrinsic.quantized.modules.conv_add	ConvAdd2d ConvAddReLU2d
torch.ao.nn.intrinsic.quantized.modules.conv_relu	ConvReLU1d ConvReLU2d ConvReLU3d
torch.ao.nn.intrinsic.quantized.modules.linear_relu	LinearLeakyReLU LinearReLU LinearTanh
torch.ao.nn.qat.dynamic.modules.linear	Linear
torch.ao.nn.qat.modules.conv	Conv1d Conv2d Conv3d _ConvNd
torch.ao.nn.qat.modules.embedding_ops	Embedding EmbeddingBag
torch.ao.nn.qat.modules.linear	Linear
torch.ao.nn.quantizable.modules.activation	MultiheadAttention
torch.ao.nn.quantizable.modules.rnn	LSTM LSTMCell _LSTMLayer _LSTMSingleLayer
torch.ao.nn.quantized.dynamic.modules.conv	Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d
torch.ao.nn.quantized.dynamic.modules.linear	Linear
torch.ao.nn.quantized.dynamic.modules.rnn	GRU GRUCell LSTM LSTMCell PackedParameter RNNBase RNNCell RNNCellBase
torch.ao.nn.quantized.modules	DeQuantize Quantize
torch.ao.nn.quantized.modules.activation	ELU Hardswish LeakyReLU MultiheadAttention PReLU ReLU6 Sigmoid Softmax
torch.ao.nn.quantized.modules.batchnorm	BatchNorm2d BatchNorm3d _BatchNorm
torch.ao.nn.quantized.modules.conv	Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d _ConvNd _ConvTransposeNd
torch.ao.nn.quantized.modules.dropout	Dropout
torch.ao.nn.quantized.modules.embedding_ops	Embedding EmbeddingBag EmbeddingPackedParams
torch.ao.nn.quantized.modules.functional_modules	FXFloatFunctional FloatFunctional QFunctional
torch.ao.nn.quantized.modules.linear	Linear LinearPackedParams
torch.ao.nn.quantized.modules.normalization	GroupNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d LayerNorm
torch.ao.nn.quantized.modules.rnn	LSTM
torch.ao.nn.quantized.modules.utils	WeightedQuantizedModule
torch.ao.nn.quantized.reference.modules.conv	Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d _ConvNd _ConvTransposeNd
torch.ao.nn.quantized.reference.modules.linear	Linear
torch.ao.nn.quantized.reference.modules.rnn	GRU GRUCell LSTM LSTMCell RNNBase RNNCell RNNCellBase
torch.ao.nn.quantized.reference.modules.sparse	Embedding EmbeddingBag
torch.ao.nn.quantized.reference.modules.utils	ReferenceQuantizedModule
torch.ao.nn.sparse.quantized.dynamic.linear	Linear
torch.ao.nn.sparse.quantized.linear	Linear LinearPackedParams
torch.ao.nn.sparse.quantized.utils	LinearBlockSparsePattern
torch.ao.quantization.fake_quantize	FakeQuantize FakeQuantizeBase FixedQParamsFakeQuantize FusedMovingAvgObsFakeQuantize
torch.ao.quantization.observer	AffineQuantizedObserverBase FixedQParamsObserver Granularity HistogramObserver MappingType MinMaxObserver MovingAverageMinMaxObserver MovingAveragePerChannelMinMaxObserver NoopObserver ObserverBase PerAxis PerBlock PerChannelMinMaxObserver PerGroup PerRow PerTensor PerToken PlaceholderObserver RecordingObserver ReuseInputObserver TorchAODType UniformQuantizationObserverBase ZeroPointDomain _PartialWrapper	MappingType TorchAODType ZeroPointDomain
torch.ao.quantization.qconfig	QConfig QConfigDynamic
torch.ao.quantization.qconfig_mapping	QConfigMapping
torch.ao.quantization.stubs	DeQuantStub QuantStub QuantWrapper
torch.cuda			BFloat16Storage BoolStorage ByteStorage CharStorage ComplexDoubleStorage ComplexFloatStorage DoubleStorage FloatStorage FloatTensor HalfStorage IntStorage LongStorage ShortStorage
torch.distributions.bernoulli	Bernoulli
torch.distributions.beta	Beta
torch.distributions.binomial	Binomial
torch.distributions.categorical	Categorical
torch.distributions.cauchy	Cauchy
torch.distributions.chi2	Chi2
torch.distributions.constraint_registry	ConstraintRegistry
torch.distributions.constraints	Constraint MixtureSameFamilyConstraint _Boolean _Cat _CorrCholesky _Dependent _DependentProperty _GreaterThan _GreaterThanEq _HalfOpenInterval _IndependentConstraint _IntegerGreaterThan _IntegerInterval _IntegerLessThan _Interval _LessThan _LowerCholesky _LowerTriangular _Multinomial _OneHot _PositiveDefinite _PositiveSemidefinite _Real _Simplex _Square _Stack _Symmetric
torch.distributions.continuous_bernoulli	ContinuousBernoulli
torch.distributions.dirichlet	Dirichlet
torch.distributions.distribution	Distribution
torch.distributions.exp_family	ExponentialFamily
torch.distributions.exponential	Exponential
torch.distributions.fishersnedecor	FisherSnedecor
torch.distributions.gamma	Gamma
torch.distributions.generalized_pareto	GeneralizedPareto
torch.distributions.geometric	Geometric
torch.distributions.gumbel	Gumbel
torch.distributions.half_cauchy	HalfCauchy
torch.distributions.half_normal	HalfNormal
torch.distributions.independent	Independent
torch.distributions.inverse_gamma	InverseGamma
torch.distributions.kl	_Match
torch.distributions.kumaraswamy	Kumaraswamy
torch.distributions.laplace	Laplace
torch.distributions.lkj_cholesky	LKJCholesky
torch.distributions.log_normal	LogNormal
torch.distributions.logistic_normal	LogisticNormal
torch.distributions.lowrank_multivariate_normal	LowRankMultivariateNormal
torch.distributions.mixture_same_family	MixtureSameFamily
torch.distributions.multinomial	Multinomial
torch.distributions.multivariate_normal	MultivariateNormal
torch.distributions.negative_binomial	NegativeBinomial
torch.distributions.normal	Normal
torch.distributions.one_hot_categorical	OneHotCategorical OneHotCategoricalStraightThrough
torch.distributions.pareto	Pareto
torch.distributions.poisson	Poisson
torch.distributions.relaxed_bernoulli	LogitRelaxedBernoulli RelaxedBernoulli
torch.distributions.relaxed_categorical	ExpRelaxedCategorical RelaxedOneHotCategorical
torch.distributions.studentT	StudentT
torch.distributions.transformed_distribution	TransformedDistribution
torch.distributions.transforms	AbsTransform AffineTransform CatTransform ComposeTransform CumulativeDistributionTransform ExpTransform IndependentTransform LowerCholeskyTransform PositiveDefiniteTransform PowerTransform ReshapeTransform SigmoidTransform SoftmaxTransform SoftplusTransform StackTransform TanhTransform Transform _InverseTransform
torch.distributions.uniform	Uniform
torch.distributions.utils	_lazy_property_and_property lazy_property
torch.distributions.von_mises	VonMises
torch.distributions.weibull	Weibull
torch.distributions.wishart	Wishart
torch.nn.functional			adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d_with_indices adaptive_max_pool2d_with_indices adaptive_max_pool3d_with_indices affine_grid alpha_dropout assert_int_or_pair batch_norm bilinear binary_cross_entropy binary_cross_entropy_with_logits celu cosine_embedding_loss cross_entropy ctc_loss dropout dropout1d dropout2d dropout3d elu embedding embedding_bag feature_alpha_dropout fold fractional_max_pool2d_with_indices fractional_max_pool3d_with_indices gaussian_nll_loss gelu glu grid_sample group_norm grouped_mm gumbel_softmax hardshrink hardsigmoid hardswish hardtanh hinge_embedding_loss huber_loss instance_norm kl_div l1_loss layer_norm leaky_relu linear linear_cross_entropy log_softmax lp_pool1d lp_pool2d lp_pool3d margin_ranking_loss max_pool1d_with_indices max_pool2d_with_indices max_unpool1d max_unpool2d max_unpool3d mish mse_loss multi_margin_loss multilabel_margin_loss multilabel_soft_margin_loss nll_loss normalize pairwise_distance poisson_nll_loss prelu relu relu6 rms_norm rrelu scaled_addmm scaled_addmm_ scaled_grouped_mm scaled_mm selu sigmoid silu smooth_l1_loss soft_margin_loss softmax softmin softsign tanh tanhshrink triplet_margin_loss triplet_margin_with_distance_loss unfold
torch.nn.intrinsic.modules.fused	BNReLU2d BNReLU3d ConvBn1d ConvBn2d ConvBn3d ConvBnReLU1d ConvBnReLU2d ConvBnReLU3d ConvReLU1d ConvReLU2d ConvReLU3d LinearReLU _FusedModule
torch.nn.intrinsic.qat.modules.conv_fused	ConvBn1d ConvBn2d ConvBnReLU1d ConvBnReLU2d ConvReLU2d _ConvBnNd
torch.nn.intrinsic.qat.modules.linear_relu	LinearReLU
torch.nn.intrinsic.quantized._reference.modules.linear_relu	LinearReLU
torch.nn.intrinsic.quantized.modules.bn_relu	BNReLU2d BNReLU3d
torch.nn.intrinsic.quantized.modules.conv_relu	ConvReLU1d ConvReLU2d ConvReLU3d
torch.nn.intrinsic.quantized.modules.linear_relu	LinearReLU
torch.nn.modules.activation	CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid LogSoftmax Mish MultiheadAttention PReLU RReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink Softsign Tanh Tanhshrink Threshold
torch.nn.modules.adaptive	AdaptiveLogSoftmaxWithLoss _ASMoutput
torch.nn.modules.batchnorm	BatchNorm1d BatchNorm2d BatchNorm3d LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d SyncBatchNorm _BatchNorm _LazyNormBase _NormBase
torch.nn.modules.channelshuffle	ChannelShuffle
torch.nn.modules.container	Container ModuleDict ModuleList ParameterDict ParameterList Sequential
torch.nn.modules.conv	Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d LazyConv1d LazyConv2d LazyConv3d LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d _ConvNd _ConvTransposeMixin _ConvTransposeNd _LazyConvXdMixin
torch.nn.modules.distance	CosineSimilarity PairwiseDistance
torch.nn.modules.dropout	AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout _DropoutNd
torch.nn.modules.flatten	Flatten Unflatten
torch.nn.modules.fold	Fold Unfold
torch.nn.modules.instancenorm	InstanceNorm1d InstanceNorm2d InstanceNorm3d LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d _InstanceNorm
torch.nn.modules.lazy	LazyModuleMixin _LazyProtocol
torch.nn.modules.linear	Bilinear Identity LazyLinear Linear NonDynamicallyQuantizableLinear _LinearWithBias
torch.nn.modules.linear_cross_entropy	_ChunkViews
torch.nn.modules.linear_cross_entropy_options	LinearCrossEntropyOptions
torch.nn.modules.loss	BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss LinearCrossEntropyLoss MSELoss MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss NLLLoss2d PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss _Loss _WeightedLoss
torch.nn.modules.module	Module _IncompatibleKeys _WrappedHook
torch.nn.modules.normalization	CrossMapLRN2d GroupNorm LayerNorm LocalResponseNorm RMSNorm
torch.nn.modules.padding	CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d ReflectionPad1d ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d ZeroPad3d _CircularPadNd _ConstantPadNd _ReflectionPadNd _ReplicationPadNd
torch.nn.modules.pixelshuffle	PixelShuffle PixelUnshuffle
torch.nn.modules.pooling	AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d AvgPool1d AvgPool2d AvgPool3d FractionalMaxPool2d FractionalMaxPool3d LPPool1d LPPool2d LPPool3d MaxPool1d MaxPool2d MaxPool3d MaxUnpool1d MaxUnpool2d MaxUnpool3d _AdaptiveAvgPoolNd _AdaptiveMaxPoolNd _AvgPoolNd _LPPoolNd _MaxPoolNd _MaxUnpoolNd
torch.nn.modules.rnn	GRU GRUCell LSTM LSTMCell RNN RNNBase RNNCell RNNCellBase
torch.nn.modules.sparse	Embedding EmbeddingBag
torch.nn.modules.transformer	Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer
torch.nn.modules.upsampling	Upsample UpsamplingBilinear2d UpsamplingNearest2d
torch.nn.parallel.data_parallel	DataParallel
torch.nn.parameter	Buffer Parameter UninitializedBuffer UninitializedParameter UninitializedTensorMixin
torch.nn.qat.modules.conv	Conv2d
torch.nn.qat.modules.linear	Linear
torch.nn.quantizable.modules.rnn	LSTM LSTMCell _LSTMLayer _LSTMSingleLayer
torch.nn.quantized._reference.modules.linear	Linear
torch.nn.quantized.dynamic.modules.linear	Linear
torch.nn.quantized.dynamic.modules.rnn	GRU GRUCell LSTM LSTMCell PackedParameter RNNBase RNNCell RNNCellBase
torch.nn.quantized.modules	DeQuantize Quantize
torch.nn.quantized.modules.activation	ELU Hardswish LeakyReLU ReLU6 Sigmoid
torch.nn.quantized.modules.batchnorm	BatchNorm2d BatchNorm3d
torch.nn.quantized.modules.conv	Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d _ConvNd _ConvTransposeNd
torch.nn.quantized.modules.embedding_ops	Embedding EmbeddingBag EmbeddingPackedParams
torch.nn.quantized.modules.functional_modules	FXFloatFunctional FloatFunctional QFunctional
torch.nn.quantized.modules.linear	Linear LinearPackedParams
torch.nn.quantized.modules.normalization	GroupNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d LayerNorm
torch.nn.utils.parametrizations	_OrthMaps _Orthogonal _SpectralNorm _WeightNorm	_OrthMaps
torch.nn.utils.parametrize	ParametrizationList
torch.nn.utils.prune	BasePruningMethod CustomFromMask Identity L1Unstructured LnStructured PruningContainer RandomStructured RandomUnstructured
torch.nn.utils.rnn	PackedSequence	PackedSequence
torch.nn.utils.spectral_norm	SpectralNorm SpectralNormLoadStateDictPreHook SpectralNormStateDictHook
torch.nn.utils.weight_norm	WeightNorm
torch.optim	Adafactor Muon
torch.optim._stateless	_GroupSwapinInfo
torch.optim.adadelta	Adadelta
torch.optim.adagrad	Adagrad
torch.optim.adam	Adam
torch.optim.adamax	Adamax
torch.optim.adamw	AdamW
torch.optim.asgd	ASGD
torch.optim.lbfgs	LBFGS
torch.optim.lr_scheduler	ChainedScheduler ConstantLR CosineAnnealingLR CosineAnnealingWarmRestarts CyclicLR ExponentialLR LRScheduler LambdaLR LinearLR MultiStepLR MultiplicativeLR OneCycleLR PolynomialLR ReduceLROnPlateau SequentialLR StepLR _LRScheduler _SchedulePhase _enable_get_lr_call _initial_mode
torch.optim.nadam	NAdam
torch.optim.optimizer	Optimizer _RequiredParameter
torch.optim.radam	RAdam
torch.optim.rmsprop	RMSprop
torch.optim.rprop	Rprop
torch.optim.sgd	SGD
torch.optim.sparse_adam	SparseAdam
torch.optim.swa_utils	AveragedModel SWALR
torch.quantization.fake_quantize	FakeQuantize FakeQuantizeBase FixedQParamsFakeQuantize
torch.quantization.observer	HistogramObserver MinMaxObserver MovingAverageMinMaxObserver MovingAveragePerChannelMinMaxObserver NoopObserver ObserverBase PerChannelMinMaxObserver PlaceholderObserver RecordingObserver _ObserverBase
torch.quantization.qconfig	QConfig QConfigDynamic
torch.quantization.stubs	DeQuantStub QuantStub QuantWrapper
torch.serialization		_get_layout
torch.storage	_LegacyStorage _LegacyStorageMeta _StorageBase		TypedStorage UntypedStorage _TypedStorage _UntypedStorage
torch.utils.data.dataset	BufferedShuffleDataset ChainDataset ConcatDataset Dataset IterableDataset StackDataset Subset TensorDataset
torch.utils.data.sampler	BatchSampler RandomSampler Sampler SequentialSampler SubsetRandomSampler WeightedRandomSampler
torch_geometric.data.batch	Batch DynamicInheritanceGetter
torch_geometric.data.data	BaseData Data DataEdgeAttr DataTensorAttr
torch_geometric.data.feature_store	AttrView FeatureStore TensorAttr _FieldStatus	_FieldStatus
torch_geometric.data.graph_store	EdgeAttr EdgeLayout GraphStore	EdgeLayout
torch_geometric.data.hetero_data	HeteroData
torch_geometric.data.storage	AttrType BaseStorage EdgeStorage GlobalStorage NodeStorage	AttrType
torch_geometric.data.temporal	TemporalData
torch_geometric.data.view	ItemsView KeysView MappingView ValuesView
torch_geometric.inspector	Inspector Parameter Signature
torch_geometric.nn.aggr.attention	AttentionalAggregation
torch_geometric.nn.aggr.base	Aggregation
torch_geometric.nn.aggr.basic	MaxAggregation MeanAggregation MinAggregation MulAggregation PowerMeanAggregation SoftmaxAggregation StdAggregation SumAggregation VarAggregation
torch_geometric.nn.aggr.deep_sets	DeepSetsAggregation
torch_geometric.nn.aggr.equilibrium	EquilibriumAggregation MomentumOptimizer ResNetPotential
torch_geometric.nn.aggr.gmt	GraphMultisetTransformer
torch_geometric.nn.aggr.gru	GRUAggregation
torch_geometric.nn.aggr.lcm	LCMAggregation
torch_geometric.nn.aggr.lstm	LSTMAggregation
torch_geometric.nn.aggr.mlp	MLPAggregation
torch_geometric.nn.aggr.patch_transformer	PatchTransformerAggregation
torch_geometric.nn.aggr.quantile	MedianAggregation QuantileAggregation
torch_geometric.nn.aggr.set2set	Set2Set
torch_geometric.nn.aggr.set_transformer	SetTransformerAggregation
torch_geometric.nn.aggr.sort	SortAggregation
torch_geometric.nn.aggr.utils	InducedSetAttentionBlock MultiheadAttentionBlock PoolingByMultiheadAttention SetAttentionBlock
torch_geometric.nn.aggr.variance_preserving	VariancePreservingAggregation
torch_geometric.nn.conv.antisymmetric_conv	AntiSymmetricConv
torch_geometric.nn.conv.cugraph.base	CuGraphModule
torch_geometric.nn.conv.cugraph.gat_conv	CuGraphGATConv
torch_geometric.nn.conv.cugraph.rgcn_conv	CuGraphRGCNConv
torch_geometric.nn.conv.cugraph.sage_conv	CuGraphSAGEConv
torch_geometric.nn.conv.dir_gnn_conv	DirGNNConv
torch_geometric.nn.conv.dna_conv	Attention Linear MultiHead
torch_geometric.nn.conv.gen_conv	MLP
torch_geometric.nn.conv.gps_conv	GPSConv
torch_geometric.nn.conv.hetero_conv	HeteroConv
torch_geometric.nn.conv.wl_conv	WLConv
torch_geometric.nn.conv.x_conv	XConv
torch_geometric.nn.dense.dense_gat_conv	DenseGATConv
torch_geometric.nn.dense.dense_gcn_conv	DenseGCNConv
torch_geometric.nn.dense.dense_gin_conv	DenseGINConv
torch_geometric.nn.dense.dense_graph_conv	DenseGraphConv
torch_geometric.nn.dense.dense_sage_conv	DenseSAGEConv
torch_geometric.nn.dense.dmon_pool	DMoNPooling
torch_geometric.nn.dense.linear	HeteroDictLinear HeteroLinear Linear
torch_geometric.nn.models.attentive_fp	AttentiveFP
torch_geometric.nn.models.attract_repel	ARLinkPredictor
torch_geometric.nn.models.autoencoder	ARGA ARGVA GAE InnerProductDecoder VGAE
torch_geometric.nn.models.basic_gnn	BasicGNN EdgeCNN GAT GCN GIN GraphSAGE PNA
torch_geometric.nn.models.correct_and_smooth	CorrectAndSmooth
torch_geometric.nn.models.deep_graph_infomax	DeepGraphInfomax
torch_geometric.nn.models.deepgcn	DeepGCNLayer
torch_geometric.nn.models.dimenet	BesselBasisLayer EmbeddingBlock Envelope InteractionBlock InteractionPPBlock OutputBlock OutputPPBlock ResidualLayer
torch_geometric.nn.models.gnnff	EdgeBlock GNNFF GaussianFilter NodeBlock
torch_geometric.nn.models.gpse	BatchNorm1dEdge BatchNorm1dNode GNNInductiveHybridMultiHead GNNStackStage GPSE GPSENodeEncoder GeneralLayer GeneralMultiLayer IdentityHead Linear MLP ResGatedGCNConv
torch_geometric.nn.models.graph_mixer	LinkEncoder NodeEncoder _MLPMixer
torch_geometric.nn.models.graph_unet	GraphUNet
torch_geometric.nn.models.jumping_knowledge	HeteroJumpingKnowledge JumpingKnowledge
torch_geometric.nn.models.lightgcn	BPRLoss LightGCN
torch_geometric.nn.models.linkx	LINKX
torch_geometric.nn.models.lpformer	LPFormer MLP
torch_geometric.nn.models.mask_label	MaskLabel
torch_geometric.nn.models.meta	MetaLayer
torch_geometric.nn.models.metapath2vec	MetaPath2Vec
torch_geometric.nn.models.mlp	MLP
torch_geometric.nn.models.neural_fingerprint	NeuralFingerprint
torch_geometric.nn.models.node2vec	Node2Vec
torch_geometric.nn.models.pmlp	PMLP
torch_geometric.nn.models.polynormer	Polynormer
torch_geometric.nn.models.re_net	RENet
torch_geometric.nn.models.rect	RECT_L
torch_geometric.nn.models.rev_gnn	GroupAddRev InvertibleModule
torch_geometric.nn.models.schnet	GaussianSmearing InteractionBlock RadiusInteractionGraph ShiftedSoftplus
torch_geometric.nn.models.sgformer	SGModule
torch_geometric.nn.models.signed_gcn	SignedGCN
torch_geometric.nn.models.tgn	IdentityMessage LastAggregator LastNeighborLoader MeanAggregator TGNMemory TimeEncoder
torch_geometric.nn.models.visnet	Atomref CosineCutoff Distance EdgeEmbedding EquivariantScalar ExpNormalSmearing GatedEquivariantBlock Sphere VecLayerNorm ViSNet ViSNetBlock
torch_geometric.nn.module_dict	ModuleDict
torch_geometric.nn.norm.batch_norm	BatchNorm
torch_geometric.nn.norm.diff_group_norm	DiffGroupNorm
torch_geometric.nn.norm.graph_norm	GraphNorm
torch_geometric.nn.norm.graph_size_norm	GraphSizeNorm
torch_geometric.nn.norm.instance_norm	InstanceNorm
torch_geometric.nn.norm.layer_norm	HeteroLayerNorm LayerNorm
torch_geometric.nn.norm.mean_subtraction_norm	MeanSubtractionNorm
torch_geometric.nn.norm.msg_norm	MessageNorm
torch_geometric.nn.norm.pair_norm	PairNorm
torch_geometric.nn.parameter_dict	ParameterDict
torch_geometric.nn.sequential	Child
torch_geometric.transforms.add_gpse	AddGPSE
torch_geometric.transforms.add_metapaths	AddMetaPaths AddRandomMetaPaths
torch_geometric.transforms.add_positional_encoding	AddLaplacianEigenvectorPE AddRandomWalkPE
torch_geometric.transforms.add_remaining_self_loops	AddRemainingSelfLoops
torch_geometric.transforms.add_self_loops	AddSelfLoops
torch_geometric.transforms.base_transform	BaseTransform
torch_geometric.transforms.cartesian	Cartesian
torch_geometric.transforms.center	Center
torch_geometric.transforms.compose	Compose ComposeFilters
torch_geometric.transforms.constant	Constant
torch_geometric.transforms.delaunay	Delaunay _QhullTransform _SequentialTransform _ShullTransform
torch_geometric.transforms.distance	Distance
torch_geometric.transforms.face_to_edge	FaceToEdge
torch_geometric.transforms.feature_propagation	FeaturePropagation
torch_geometric.transforms.fixed_points	FixedPoints
torch_geometric.transforms.gcn_norm	GCNNorm
torch_geometric.transforms.gdc	GDC
torch_geometric.transforms.generate_mesh_normals	GenerateMeshNormals
torch_geometric.transforms.grid_sampling	GridSampling
torch_geometric.transforms.half_hop	HalfHop
torch_geometric.transforms.knn_graph	KNNGraph
torch_geometric.transforms.laplacian_lambda_max	LaplacianLambdaMax
torch_geometric.transforms.largest_connected_components	LargestConnectedComponents
torch_geometric.transforms.line_graph	LineGraph
torch_geometric.transforms.linear_transformation	LinearTransformation
torch_geometric.transforms.local_cartesian	LocalCartesian
torch_geometric.transforms.mask	IndexToMask MaskToIndex
torch_geometric.transforms.node_property_split	NodePropertySplit
torch_geometric.transforms.normalize_features	NormalizeFeatures
torch_geometric.transforms.normalize_rotation	NormalizeRotation
torch_geometric.transforms.normalize_scale	NormalizeScale
torch_geometric.transforms.one_hot_degree	OneHotDegree
torch_geometric.transforms.pad	AttrNamePadding EdgeTypePadding MappingPadding NodeTypePadding Pad Padding UniformPadding _NumEdges _NumNodes
torch_geometric.transforms.point_pair_features	PointPairFeatures
torch_geometric.transforms.polar	Polar
torch_geometric.transforms.radius_graph	RadiusGraph
torch_geometric.transforms.random_flip	RandomFlip
torch_geometric.transforms.random_jitter	RandomJitter
torch_geometric.transforms.random_link_split	RandomLinkSplit
torch_geometric.transforms.random_node_split	RandomNodeSplit
torch_geometric.transforms.random_rotate	RandomRotate
torch_geometric.transforms.random_scale	RandomScale
torch_geometric.transforms.random_shear	RandomShear
torch_geometric.transforms.remove_duplicated_edges	RemoveDuplicatedEdges
torch_geometric.transforms.remove_isolated_nodes	RemoveIsolatedNodes
torch_geometric.transforms.remove_self_loops	RemoveSelfLoops
torch_geometric.transforms.remove_training_classes	RemoveTrainingClasses
torch_geometric.transforms.rooted_subgraph	RootedEgoNets RootedRWSubgraph RootedSubgraph RootedSubgraphData
torch_geometric.transforms.sample_points	SamplePoints
torch_geometric.transforms.sign	SIGN
torch_geometric.transforms.spherical	Spherical
torch_geometric.transforms.svd_feature_reduction	SVDFeatureReduction
torch_geometric.transforms.target_indegree	TargetIndegree
torch_geometric.transforms.to_dense	ToDense
torch_geometric.transforms.to_device	ToDevice
torch_geometric.transforms.to_sparse_tensor	ToSparseTensor
torch_geometric.transforms.to_superpixels	ToSLIC
torch_geometric.transforms.to_undirected	ToUndirected
torch_geometric.transforms.two_hop	TwoHop
torch_geometric.transforms.virtual_node	VirtualNode
torch_geometric.typing	CPUHashMap CUDAHashMap EdgeTypeStr MockTorchCSCTensor SparseStorage SparseTensor TensorFrame torch_sparse
torchmetrics.aggregation	BaseAggregator CatMetric MaxMetric MeanMetric MinMetric RunningMean RunningSum SumMetric
torchmetrics.classification.accuracy	Accuracy BinaryAccuracy MulticlassAccuracy MultilabelAccuracy
torchmetrics.classification.auroc	AUROC BinaryAUROC MulticlassAUROC MultilabelAUROC
torchmetrics.classification.average_precision	AveragePrecision BinaryAveragePrecision MulticlassAveragePrecision MultilabelAveragePrecision
torchmetrics.classification.base	_ClassificationTaskWrapper
torchmetrics.classification.calibration_error	BinaryCalibrationError CalibrationError MulticlassCalibrationError
torchmetrics.classification.cohen_kappa	BinaryCohenKappa CohenKappa MulticlassCohenKappa
torchmetrics.classification.confusion_matrix	BinaryConfusionMatrix ConfusionMatrix MulticlassConfusionMatrix MultilabelConfusionMatrix
torchmetrics.classification.eer	BinaryEER EER MulticlassEER MultilabelEER
torchmetrics.classification.exact_match	ExactMatch MulticlassExactMatch MultilabelExactMatch
torchmetrics.classification.f_beta	BinaryF1Score BinaryFBetaScore F1Score FBetaScore MulticlassF1Score MulticlassFBetaScore MultilabelF1Score MultilabelFBetaScore
torchmetrics.classification.group_fairness	BinaryFairness BinaryGroupStatRates _AbstractGroupStatScores
torchmetrics.classification.hamming	BinaryHammingDistance HammingDistance MulticlassHammingDistance MultilabelHammingDistance
torchmetrics.classification.hinge	BinaryHingeLoss HingeLoss MulticlassHingeLoss
torchmetrics.classification.jaccard	BinaryJaccardIndex JaccardIndex MulticlassJaccardIndex MultilabelJaccardIndex
torchmetrics.classification.logauc	BinaryLogAUC LogAUC MulticlassLogAUC MultilabelLogAUC
torchmetrics.classification.matthews_corrcoef	BinaryMatthewsCorrCoef MatthewsCorrCoef MulticlassMatthewsCorrCoef MultilabelMatthewsCorrCoef
torchmetrics.classification.negative_predictive_value	BinaryNegativePredictiveValue MulticlassNegativePredictiveValue MultilabelNegativePredictiveValue NegativePredictiveValue
torchmetrics.classification.precision_fixed_recall	BinaryPrecisionAtFixedRecall MulticlassPrecisionAtFixedRecall MultilabelPrecisionAtFixedRecall PrecisionAtFixedRecall
torchmetrics.classification.precision_recall	BinaryPrecision BinaryRecall MulticlassPrecision MulticlassRecall MultilabelPrecision MultilabelRecall Precision Recall
torchmetrics.classification.precision_recall_curve	BinaryPrecisionRecallCurve MulticlassPrecisionRecallCurve MultilabelPrecisionRecallCurve PrecisionRecallCurve
torchmetrics.classification.ranking	MultilabelCoverageError MultilabelRankingAveragePrecision MultilabelRankingLoss
torchmetrics.classification.recall_fixed_precision	BinaryRecallAtFixedPrecision MulticlassRecallAtFixedPrecision MultilabelRecallAtFixedPrecision RecallAtFixedPrecision
torchmetrics.classification.roc	BinaryROC MulticlassROC MultilabelROC ROC
torchmetrics.classification.sensitivity_specificity	BinarySensitivityAtSpecificity MulticlassSensitivityAtSpecificity MultilabelSensitivityAtSpecificity SensitivityAtSpecificity
torchmetrics.classification.specificity	BinarySpecificity MulticlassSpecificity MultilabelSpecificity Specificity
torchmetrics.classification.specificity_sensitivity	BinarySpecificityAtSensitivity MulticlassSpecificityAtSensitivity MultilabelSpecificityAtSensitivity SpecificityAtSensitivity
torchmetrics.classification.stat_scores	BinaryStatScores MulticlassStatScores MultilabelStatScores StatScores _AbstractStatScores
torchmetrics.clustering.adjusted_mutual_info_score	AdjustedMutualInfoScore
torchmetrics.clustering.adjusted_rand_score	AdjustedRandScore
torchmetrics.clustering.calinski_harabasz_score	CalinskiHarabaszScore
torchmetrics.clustering.cluster_accuracy	ClusterAccuracy
torchmetrics.clustering.davies_bouldin_score	DaviesBouldinScore
torchmetrics.clustering.dunn_index	DunnIndex
torchmetrics.clustering.fowlkes_mallows_index	FowlkesMallowsIndex
torchmetrics.clustering.homogeneity_completeness_v_measure	CompletenessScore HomogeneityScore VMeasureScore
torchmetrics.clustering.mutual_info_score	MutualInfoScore
torchmetrics.clustering.normalized_mutual_info_score	NormalizedMutualInfoScore
torchmetrics.clustering.rand_score	RandScore
torchmetrics.collections	MetricCollection
torchmetrics.detection._deprecated	_ModifiedPanopticQuality _PanopticQuality
torchmetrics.detection._mean_ap	BaseMetricResults COCOMetricResults MAPMetricResults MARMetricResults MeanAveragePrecision
torchmetrics.detection.ciou	CompleteIntersectionOverUnion
torchmetrics.detection.diou	DistanceIntersectionOverUnion
torchmetrics.detection.giou	GeneralizedIntersectionOverUnion
torchmetrics.detection.helpers	CocoBackend
torchmetrics.detection.iou	IntersectionOverUnion
torchmetrics.detection.mean_ap	MeanAveragePrecision
torchmetrics.detection.panoptic_qualities	ModifiedPanopticQuality PanopticQuality
torchmetrics.image._deprecated	_ErrorRelativeGlobalDimensionlessSynthesis _MultiScaleStructuralSimilarityIndexMeasure _PeakSignalNoiseRatio _RelativeAverageSpectralError _RootMeanSquaredErrorUsingSlidingWindow _SpectralAngleMapper _SpectralDistortionIndex _TotalVariation
torchmetrics.image.d_lambda	SpectralDistortionIndex
torchmetrics.image.d_s	SpatialDistortionIndex
torchmetrics.image.ergas	ErrorRelativeGlobalDimensionlessSynthesis
torchmetrics.image.psnr	PeakSignalNoiseRatio
torchmetrics.image.psnrb	PeakSignalNoiseRatioWithBlockedEffect
torchmetrics.image.qnr	QualityWithNoReference
torchmetrics.image.rase	RelativeAverageSpectralError
torchmetrics.image.rmse_sw	RootMeanSquaredErrorUsingSlidingWindow
torchmetrics.image.sam	SpectralAngleMapper
torchmetrics.image.scc	SpatialCorrelationCoefficient
torchmetrics.image.ssim	MultiScaleStructuralSimilarityIndexMeasure
torchmetrics.image.tv	TotalVariation
torchmetrics.image.vif	VisualInformationFidelity
torchmetrics.metric	CompositionalMetric Metric		jit_distributed_available
torchmetrics.nominal.cramers	CramersV
torchmetrics.nominal.fleiss_kappa	FleissKappa
torchmetrics.nominal.pearson	PearsonsContingencyCoefficient
torchmetrics.nominal.theils_u	TheilsU
torchmetrics.nominal.tschuprows	TschuprowsT
torchmetrics.regression.concordance	ConcordanceCorrCoef
torchmetrics.regression.cosine_similarity	CosineSimilarity
torchmetrics.regression.crps	ContinuousRankedProbabilityScore
torchmetrics.regression.csi	CriticalSuccessIndex
torchmetrics.regression.explained_variance	ExplainedVariance
torchmetrics.regression.js_divergence	JensenShannonDivergence
torchmetrics.regression.kendall	KendallRankCorrCoef
torchmetrics.regression.kl_divergence	KLDivergence
torchmetrics.regression.log_cosh	LogCoshError
torchmetrics.regression.log_mse	MeanSquaredLogError
torchmetrics.regression.mae	MeanAbsoluteError
torchmetrics.regression.mape	MeanAbsolutePercentageError
torchmetrics.regression.minkowski	MinkowskiDistance
torchmetrics.regression.mse	MeanSquaredError
torchmetrics.regression.nrmse	NormalizedRootMeanSquaredError
torchmetrics.regression.pearson	PearsonCorrCoef
torchmetrics.regression.r2	R2Score
torchmetrics.regression.rse	RelativeSquaredError
torchmetrics.regression.spearman	SpearmanCorrCoef
torchmetrics.regression.symmetric_mape	SymmetricMeanAbsolutePercentageError
torchmetrics.regression.tweedie_deviance	TweedieDevianceScore
torchmetrics.regression.wmape	WeightedMeanAbsolutePercentageError
torchmetrics.retrieval._deprecated	_RetrievalFallOut _RetrievalHitRate _RetrievalMAP _RetrievalMRR _RetrievalNormalizedDCG _RetrievalPrecision _RetrievalRPrecision _RetrievalRecall _RetrievalRecallAtFixedPrecision
torchmetrics.retrieval.auroc	RetrievalAUROC
torchmetrics.retrieval.average_precision	RetrievalMAP
torchmetrics.retrieval.base	RetrievalMetric
torchmetrics.retrieval.fall_out	RetrievalFallOut
torchmetrics.retrieval.hit_rate	RetrievalHitRate
torchmetrics.retrieval.ndcg	RetrievalNormalizedDCG
torchmetrics.retrieval.precision	RetrievalPrecision
torchmetrics.retrieval.precision_recall_curve	RetrievalRecallAtFixedPrecision
torchmetrics.retrieval.r_precision	RetrievalRPrecision
torchmetrics.retrieval.recall	RetrievalRecall
torchmetrics.retrieval.reciprocal_rank	RetrievalMRR
torchmetrics.segmentation.dice	DiceScore
torchmetrics.segmentation.generalized_dice	GeneralizedDiceScore
torchmetrics.segmentation.hausdorff_distance	HausdorffDistance
torchmetrics.segmentation.mean_iou	MeanIoU
torchmetrics.shape.procrustes	ProcrustesDisparity
torchmetrics.text._deprecated	_BLEUScore _CHRFScore _CharErrorRate _ExtendedEditDistance _MatchErrorRate _Perplexity _SQuAD _SacreBLEUScore _TranslationEditRate _WordErrorRate _WordInfoLost _WordInfoPreserved
torchmetrics.text.bleu	BLEUScore
torchmetrics.text.cer	CharErrorRate
torchmetrics.text.chrf	CHRFScore
torchmetrics.text.edit	EditDistance
torchmetrics.text.eed	ExtendedEditDistance
torchmetrics.text.mer	MatchErrorRate
torchmetrics.text.perplexity	Perplexity
torchmetrics.text.rouge	ROUGEScore
torchmetrics.text.sacre_bleu	SacreBLEUScore
torchmetrics.text.squad	SQuAD
torchmetrics.text.ter	TranslationEditRate
torchmetrics.text.wer	WordErrorRate
torchmetrics.text.wil	WordInfoLost
torchmetrics.text.wip	WordInfoPreserved
torchmetrics.utilities.data			dim_zero_cat dim_zero_sum
torchmetrics.utilities.enums	AverageMethod ClassificationTask ClassificationTaskNoBinary ClassificationTaskNoMultilabel DataType EnumStr MDMCAverageMethod	AverageMethod ClassificationTask ClassificationTaskNoBinary ClassificationTaskNoMultilabel DataType EnumStr MDMCAverageMethod
torchmetrics.utilities.exceptions	TorchMetricsUserError TorchMetricsUserWarning
torchmetrics.video.vmaf	VideoMultiMethodAssessmentFusion
torchmetrics.wrappers.abstract	WrapperMetric
torchmetrics.wrappers.bootstrapping	BootStrapper
torchmetrics.wrappers.classwise	ClasswiseWrapper
torchmetrics.wrappers.feature_share	FeatureShare NetworkCache
torchmetrics.wrappers.minmax	MinMaxMetric
torchmetrics.wrappers.multioutput	MultioutputWrapper
torchmetrics.wrappers.multitask	MultitaskWrapper
torchmetrics.wrappers.running	Running
torchmetrics.wrappers.tracker	MetricTracker
torchmetrics.wrappers.transformations	BinaryTargetTransformer LambdaInputTransformer MetricInputTransformer
torchvision.models.alexnet	AlexNet
torchvision.models.convnext	CNBlock CNBlockConfig ConvNeXt LayerNorm2d
torchvision.models.densenet	DenseNet _DenseBlock _DenseLayer _Transition
torchvision.models.detection._utils	BalancedPositiveNegativeSampler BoxCoder BoxLinearCoder Matcher SSDMatcher
torchvision.models.detection.anchor_utils	AnchorGenerator DefaultBoxGenerator
torchvision.models.detection.backbone_utils	BackboneWithFPN
torchvision.models.detection.faster_rcnn	FastRCNNConvFCHead FastRCNNPredictor FasterRCNN TwoMLPHead
torchvision.models.detection.fcos	FCOS FCOSClassificationHead FCOSHead FCOSRegressionHead
torchvision.models.detection.generalized_rcnn	GeneralizedRCNN
torchvision.models.detection.image_list	ImageList
torchvision.models.detection.keypoint_rcnn	KeypointRCNN KeypointRCNNHeads KeypointRCNNPredictor
torchvision.models.detection.mask_rcnn	MaskRCNN MaskRCNNHeads MaskRCNNPredictor
torchvision.models.detection.retinanet	RetinaNet RetinaNetClassificationHead RetinaNetHead RetinaNetRegressionHead
torchvision.models.detection.roi_heads	RoIHeads
torchvision.models.detection.rpn	RPNHead RegionProposalNetwork
torchvision.models.detection.ssd	SSD SSDClassificationHead SSDFeatureExtractorVGG SSDHead SSDRegressionHead SSDScoringHead
torchvision.models.detection.ssdlite	SSDLiteClassificationHead SSDLiteFeatureExtractorMobileNet SSDLiteHead SSDLiteRegressionHead
torchvision.models.detection.transform	GeneralizedRCNNTransform
torchvision.models.efficientnet	EfficientNet FusedMBConv FusedMBConvConfig MBConv MBConvConfig _MBConvConfig
torchvision.models.googlenet	BasicConv2d GoogLeNet GoogLeNetOutputs Inception InceptionAux
torchvision.models.inception	BasicConv2d Inception3 InceptionA InceptionAux InceptionB InceptionC InceptionD InceptionE InceptionOutputs
torchvision.models.maxvit	MBConv MaxVit MaxVitBlock MaxVitLayer PartitionAttentionLayer RelativePositionalMultiHeadAttention SwapAxes WindowDepartition WindowPartition
torchvision.models.mnasnet	MNASNet _InvertedResidual
torchvision.models.mobilenetv2	InvertedResidual MobileNetV2
torchvision.models.mobilenetv3	InvertedResidual InvertedResidualConfig MobileNetV3
torchvision.models.optical_flow.raft	BottleneckBlock ConvGRU CorrBlock FeatureEncoder FlowHead MaskPredictor MotionEncoder RAFT RecurrentBlock ResidualBlock UpdateBlock
torchvision.models.regnet	AnyStage BlockParams BottleneckTransform RegNet ResBottleneckBlock SimpleStemIN
torchvision.models.resnet	BasicBlock Bottleneck ResNet
torchvision.models.segmentation._utils	_SimpleSegmentationModel
torchvision.models.segmentation.deeplabv3	ASPP ASPPConv ASPPPooling DeepLabHead DeepLabV3
torchvision.models.segmentation.fcn	FCN FCNHead
torchvision.models.segmentation.lraspp	LRASPP LRASPPHead
torchvision.models.shufflenetv2	InvertedResidual ShuffleNetV2
torchvision.models.squeezenet	Fire SqueezeNet
torchvision.models.swin_transformer	PatchMerging PatchMergingV2 ShiftedWindowAttention ShiftedWindowAttentionV2 SwinTransformer SwinTransformerBlock SwinTransformerBlockV2
torchvision.models.vgg	VGG
torchvision.models.video.mvit	MSBlockConfig MViT MultiscaleAttention MultiscaleBlock Pool PositionalEncoding
torchvision.models.video.resnet	BasicBlock BasicStem Bottleneck Conv2Plus1D Conv3DNoTemporal Conv3DSimple R2Plus1dStem VideoResNet
torchvision.models.video.s3d	S3D SepInceptionBlock3D TemporalSeparableConv
torchvision.models.video.swin_transformer	PatchEmbed3d ShiftedWindowAttention3d SwinTransformer3d
torchvision.models.vision_transformer	ConvStemConfig Encoder EncoderBlock MLPBlock VisionTransformer
torchvision.ops.deform_conv	DeformConv2d
torchvision.ops.drop_block	DropBlock2d DropBlock3d
torchvision.ops.feature_pyramid_network	ExtraFPNBlock FeaturePyramidNetwork LastLevelMaxPool LastLevelP6P7
torchvision.ops.misc	Conv2dNormActivation Conv3dNormActivation ConvNormActivation FrozenBatchNorm2d MLP Permute SqueezeExcitation
torchvision.ops.poolers	LevelMapper MultiScaleRoIAlign
torchvision.ops.ps_roi_align	PSRoIAlign
torchvision.ops.ps_roi_pool	PSRoIPool
torchvision.ops.roi_align	RoIAlign
torchvision.ops.roi_pool	RoIPool
torchvision.ops.stochastic_depth	StochasticDepth
torchvision.transforms.autoaugment	AugMix AutoAugment AutoAugmentPolicy RandAugment TrivialAugmentWide	AutoAugmentPolicy
torchvision.transforms.functional	InterpolationMode	InterpolationMode
torchvision.transforms.transforms	CenterCrop ColorJitter Compose ConvertImageDtype ElasticTransform FiveCrop GaussianBlur Grayscale Lambda LinearTransformation Normalize PILToTensor Pad RandomAdjustSharpness RandomAffine RandomApply RandomAutocontrast RandomChoice RandomCrop RandomEqualize RandomErasing RandomGrayscale RandomHorizontalFlip RandomInvert RandomOrder RandomPerspective RandomPosterize RandomResizedCrop RandomRotation RandomSolarize RandomTransforms RandomVerticalFlip Resize TenCrop ToPILImage ToTensor
torchvision.transforms.v2._augment	CutMix JPEG MixUp RandomErasing _BaseMixUpCutMix
torchvision.transforms.v2._auto_augment	AugMix AutoAugment RandAugment TrivialAugmentWide _AutoAugmentBase
torchvision.transforms.v2._color	ColorJitter Grayscale RGB RandomAdjustSharpness RandomAutocontrast RandomChannelPermutation RandomEqualize RandomGrayscale RandomInvert RandomPhotometricDistort RandomPosterize RandomSolarize
torchvision.transforms.v2._container	Compose RandomApply RandomChoice RandomOrder
torchvision.transforms.v2._deprecated	ToTensor
torchvision.transforms.v2._geometry	CenterCrop ElasticTransform FiveCrop Pad RandomAffine RandomCrop RandomHorizontalFlip RandomIoUCrop RandomPerspective RandomResize RandomResizedCrop RandomRotation RandomShortestSize RandomVerticalFlip RandomZoomOut Resize ScaleJitter TenCrop
torchvision.transforms.v2._meta	ClampBoundingBoxes ClampKeyPoints ConvertBoundingBoxFormat SetClampingMode
torchvision.transforms.v2._misc	ConvertImageDtype GaussianBlur GaussianNoise Identity Lambda LinearTransformation Normalize SanitizeBoundingBoxes SanitizeKeyPoints ToDtype
torchvision.transforms.v2._temporal	UniformTemporalSubsample
torchvision.transforms.v2._transform	Transform _RandomApplyTransform
torchvision.transforms.v2._type_conversion	PILToTensor ToImage ToPILImage ToPureTensor
transformers.activations	AccurateGELUActivation ClassInstantier ClippedGELUActivation FastGELUActivation GELUActivation GELUTanh LaplaceActivation LinearActivation MishActivation NewGELUActivation QuickGELUActivation ReLUSquaredActivation SiLUActivation SqrtSoftplusActivation XIELUActivation
transformers.configuration_utils	PreTrainedConfig SubConfigSpec classproperty
transformers.feature_extraction_utils	BatchFeature FeatureExtractionMixin
transformers.modeling_outputs	BackboneOutput BaseModelOutput BaseModelOutputWithCrossAttentions BaseModelOutputWithNoAttention BaseModelOutputWithPast BaseModelOutputWithPastAndCrossAttentions BaseModelOutputWithPooling BaseModelOutputWithPoolingAndCrossAttentions BaseModelOutputWithPoolingAndNoAttention BaseModelOutputWithPoolingAndProjection CausalLMOutput CausalLMOutputWithCrossAttentions CausalLMOutputWithPast DepthEstimatorOutput ImageClassifierOutput ImageClassifierOutputWithNoAttention ImageSuperResolutionOutput MaskedImageModelingOutput MaskedLMOutput MoEModelOutput MoEModelOutputWithPastAndCrossAttentions MoeCausalLMOutputWithPast MoeModelOutputWithPast MultimodalBaseModelOutputWithPast MultimodalCausalLMOutputWithPast MultimodalModelOutput MultimodalMoeBaseModelOutputWithPast MultimodalMoeCausalLMOutputWithPast MultipleChoiceModelOutput NextSentencePredictorOutput QuestionAnsweringModelOutput SampleTSPredictionOutput SemanticSegmenterOutput Seq2SeqLMOutput Seq2SeqMoEModelOutput Seq2SeqMoEOutput Seq2SeqModelOutput Seq2SeqQuestionAnsweringModelOutput Seq2SeqSequenceClassifierOutput Seq2SeqSpectrogramOutput Seq2SeqTSModelOutput Seq2SeqTSPredictionOutput SequenceClassifierOutput SequenceClassifierOutputWithPast TokenClassifierOutput Wav2Vec2BaseModelOutput XVectorOutput
transformers.models.albert.configuration_albert	AlbertConfig
transformers.models.albert.modeling_albert	AlbertForPreTrainingOutput
transformers.models.bart.configuration_bart	BartConfig
transformers.models.bert.configuration_bert	BertConfig
transformers.models.bert.modeling_bert	BertForPreTrainingOutput BertOutput BertSelfOutput
transformers.models.camembert.modeling_camembert	CamembertOutput CamembertSelfOutput
transformers.models.clip.configuration_clip	CLIPConfig CLIPTextConfig CLIPVisionConfig
transformers.models.clip.modeling_clip	CLIPOutput CLIPTextModelOutput CLIPVisionModelOutput
transformers.models.deberta.modeling_deberta	DebertaOutput DebertaSelfOutput
transformers.models.deberta_v2.configuration_deberta_v2	DebertaV2Config
transformers.models.deberta_v2.modeling_deberta_v2	DebertaV2Output DebertaV2SelfOutput
transformers.models.distilbert.configuration_distilbert	DistilBertConfig
transformers.models.electra.configuration_electra	ElectraConfig
transformers.models.electra.modeling_electra	ElectraForPreTrainingOutput ElectraOutput ElectraSelfOutput
transformers.models.gpt2.configuration_gpt2	GPT2Config
transformers.models.gpt2.modeling_gpt2	GPT2DoubleHeadsModelOutput
transformers.models.llama.configuration_llama	LlamaConfig
transformers.models.mistral.configuration_mistral	MistralConfig
transformers.models.mpnet.configuration_mpnet	MPNetConfig
transformers.models.mpnet.modeling_mpnet	MPNetOutput
transformers.models.qwen2.configuration_qwen2	Qwen2Config
transformers.models.roberta.configuration_roberta	RobertaConfig
transformers.models.roberta.modeling_roberta	RobertaOutput RobertaSelfOutput
transformers.models.t5.configuration_t5	T5Config
transformers.models.vit.configuration_vit	ViTConfig
transformers.models.wav2vec2.configuration_wav2vec2	Wav2Vec2Config
transformers.models.wav2vec2.modeling_wav2vec2	Wav2Vec2ForPreTrainingOutput
transformers.models.whisper.configuration_whisper	WhisperConfig
transformers.models.xlm_roberta.configuration_xlm_roberta	XLMRobertaConfig
transformers.models.xlm_roberta.modeling_xlm_roberta	XLMRobertaOutput XLMRobertaSelfOutput
transformers.pytorch_utils	Conv1D
transformers.tokenization_utils_base	BatchEncoding CharSpan PreTrainedTokenizerBase TokenSpan TruncationStrategy	TruncationStrategy
transformers.trainer_utils	EvalLoopOutput FSDPOption HPSearchBackend HubStrategy IntervalStrategy PredictionOutput SaveStrategy SchedulerType TrainOutput	FSDPOption HPSearchBackend HubStrategy IntervalStrategy SaveStrategy SchedulerType
transformers.training_args	OptimizerNames ParallelMode	OptimizerNames ParallelMode
tslearn.backend.backend	Backend
tslearn.backend.numpy_backend	NumPyBackend NumPyLinalg NumPyRandom NumPyTesting
tslearn.backend.pytorch_backend	PyTorchBackend
tslearn.bases.bases	BaseModelPackage TimeSeriesMixin TsLearnTags
tslearn.clustering.dbscan	TimeSeriesDBSCAN
tslearn.clustering.kmeans	KernelKMeans TimeSeriesKMeans
tslearn.clustering.kshape	KShape
tslearn.clustering.utils	EmptyClusterError TimeSeriesCentroidBasedClusteringMixin
tslearn.early_classification.early_classification	NonMyopicEarlyClassifier
tslearn.forecasting._arima	AutoVARIMA VARIMA
tslearn.forecasting._pipeline	ScaledForecastingPipeline
tslearn.foundation._embedding	TimeSeriesFoundationEmbedder
tslearn.foundation._forecasting	LinearProbeForecaster ZeroShotForecaster _BaseFoundationForecaster
tslearn.matrix_profile.matrix_profile	MatrixProfile
tslearn.metrics.soft_dtw_loss_pytorch	SoftDTWLossPyTorch
tslearn.metrics.softdtw_variants	SoftDTW SquaredEuclidean
tslearn.neighbors.neighbors	KNeighborsTimeSeries KNeighborsTimeSeriesClassifier KNeighborsTimeSeriesMixin KNeighborsTimeSeriesRegressor
tslearn.neural_network.neural_network	TimeSeriesMLPClassifier TimeSeriesMLPRegressor
tslearn.piecewise.piecewise	OneD_SymbolicAggregateApproximation PiecewiseAggregateApproximation SymbolicAggregateApproximation
tslearn.preprocessing._synchronizer	TimeSeriesFeatureSynchronizer
tslearn.preprocessing.preprocessing	TimeSeriesImputer TimeSeriesResampler TimeSeriesScalerMeanVariance TimeSeriesScalerMinMax
tslearn.svm.svm	TimeSeriesSVC TimeSeriesSVMMixin TimeSeriesSVR
types	SimpleNamespace	GenericAlias SimpleNamespace
typing	Any		Any Callable ClassVar DefaultDict Dict FrozenSet Generator Iterable Iterator List Literal Mapping Optional OrderedDict Sequence Set Tuple Type Union
umap.aligned_umap	AlignedUMAP
umap.umap_	UMAP
urllib.parse	DefragResult DefragResultBytes ParseResult ParseResultBytes SplitResult SplitResultBytes	DefragResult DefragResultBytes ParseResult ParseResultBytes SplitResult SplitResultBytes
uuid	SafeUUID UUID	SafeUUID UUID
xarray.coding.cftime_offsets	BaseCFTimeOffset Day Hour Microsecond Millisecond Minute MonthBegin MonthEnd QuarterBegin QuarterEnd QuarterOffset Second Tick YearBegin YearEnd YearOffset
xarray.coding.common	SerializationWarning VariableCoder _ElementwiseFunctionArray
xarray.coding.frequencies	_CFTimeFrequencyInferer
xarray.coding.strings	CharacterArrayCoder EncodedStringCoder StackedBytesArray
xarray.coding.times	CFDatetimeCoder CFTimedeltaCoder
xarray.coding.variables	BoolTypeArray BooleanCoder CFMaskCoder CFScaleOffsetCoder DefaultFillvalueCoder EndianCoder NativeEndiannessArray NativeEnumCoder NonStringCoder Numpy2StringDTypeCoder ObjectVLenStringCoder
xarray.computation.apply_ufunc	_UFuncSignature
xarray.computation.arithmetic	DataArrayArithmetic DataArrayGroupbyArithmetic DatasetArithmetic DatasetGroupbyArithmetic SupportsArithmetic VariableArithmetic
xarray.computation.ops	IncludeNumpySameMethods
xarray.computation.rolling	Coarsen DataArrayCoarsen DataArrayRolling DatasetCoarsen DatasetRolling Rolling
xarray.computation.rolling_exp	RollingExp
xarray.computation.weighted	DataArrayWeighted DatasetWeighted Weighted
xarray.core._aggregations	DataArrayAggregations DataArrayGroupByAggregations DataArrayResampleAggregations DataTreeAggregations DatasetAggregations DatasetGroupByAggregations DatasetResampleAggregations
xarray.core._typed_ops	DataArrayGroupByOpsMixin DataArrayOpsMixin DataTreeOpsMixin DatasetGroupByOpsMixin DatasetOpsMixin VariableOpsMixin
xarray.core.accessor_dt	CombinedDatetimelikeAccessor DatetimeAccessor TimeAccessor TimedeltaAccessor
xarray.core.accessor_str	StringAccessor
xarray.core.common	AbstractArray AttrAccessMixin DataWithCoords ImplementsArrayReduce ImplementsDatasetReduce TreeAttrAccessMixin
xarray.core.coordinate_transform	CoordinateTransform
xarray.core.coordinates	AbstractCoordinates CoordinateValidationError Coordinates DataArrayCoordinates DataTreeCoordinates DatasetCoordinates
xarray.core.dataarray	DataArray _LocIndexer _NumpyEncoder
xarray.core.dataset	Dataset
xarray.core.dataset_utils	_LocIndexer
xarray.core.dataset_variables	DataVariables
xarray.core.datatree	DataTree DatasetView _CoordWrapper _DatasetArgs
xarray.core.datatree_render	AbstractStyle ContStyle RenderDataTree Row
xarray.core.dtypes	AlwaysGreaterThan AlwaysLessThan
xarray.core.eval	LogicalOperatorTransformer
xarray.core.extension_array	PandasExtensionArray
xarray.core.extensions	AccessorRegistrationWarning _CachedAccessor
xarray.core.groupby	ComposedGrouper DataArrayGroupBy DataArrayGroupByBase DatasetGroupBy DatasetGroupByBase GroupBy ResolvedGrouper _DummyGroup
xarray.core.indexes	CoordinateTransformIndex Index Indexes PandasIndex PandasMultiIndex
xarray.core.indexing	ArrayApiIndexingAdapter BasicIndexer CoordinateTransformIndexingAdapter CopyOnWriteArray DaskIndexingAdapter ExplicitIndexer ExplicitlyIndexed ExplicitlyIndexedNDArrayMixin IndexCallable IndexSelResult IndexingAdapter IndexingSupport LazilyIndexedArray LazilyVectorizedIndexedArray MemoryCachedArray NdArrayLikeIndexingAdapter NumpyIndexingAdapter OuterIndexer PandasIndexingAdapter PandasMultiIndexingAdapter VectorizedIndexer	IndexingSupport
xarray.core.missing	BaseInterpolator NumpyInterpolator ScipyInterpolator SplineInterpolator
xarray.core.nputils	NumpyVIndexAdapter
xarray.core.options	set_options
xarray.core.parallel	ExpectedDict
xarray.core.resample	DataArrayResample DatasetResample Resample
xarray.core.resample_cftime	CFTimeGrouper
xarray.core.treenode	InvalidTreeError NamedNode NotFoundInTreeError TreeIsomorphismError TreeNode
xarray.core.types	Alignable BaseBuffer Closable Lock NestedSequence ReadBuffer
xarray.core.utils	Default FilteredMapping Frozen FrozenMappingWarningOnValuesAccess HiddenKeyDict NDArrayMixin NdimSizeLenMixin OrderedSet UncachedAccessor	Default
xarray.core.variable	IndexVariable MissingDimensionsError Variable
xarray.indexes.nd_point_index	NDPointIndex ScipyKDTreeAdapter TreeAdapter
xarray.indexes.range_index	RangeCoordinateTransform RangeIndex
xarray.namedarray._aggregations	NamedArrayAggregations
xarray.namedarray._typing	Default _SupportsDType _SupportsImag _SupportsReal _array _arrayapi _arrayfunction _chunkedarray _chunkedarrayapi _chunkedarrayfunction _sparsearray _sparsearrayapi _sparsearrayfunction	Default
xarray.namedarray.core	NamedArray
xarray.namedarray.dtypes	AlwaysGreaterThan AlwaysLessThan
xarray.namedarray.utils	ReprObject
xarray.structure.alignment	Aligner AlignmentError
xarray.structure.merge	Context MergeError _MergeResult
xgboost.callback	CallbackContainer EarlyStopping EvaluationMonitor LearningRateScheduler LegacyCallbacks TrainingCallback TrainingCheckPoint
xgboost.compat	XGBoostLabelEncoder
xgboost.core	DataSplitMode	DataSplitMode
xgboost.sklearn	XGBClassifier XGBClassifierMixIn XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRankerMixIn XGBRegressor XGBRegressorMixIn _SklObjWProto
zoneinfo			ZoneInfo`;
